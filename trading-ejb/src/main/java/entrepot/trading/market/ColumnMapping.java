package entrepot.trading.market;

import java.time.ZoneId;

/**
 * Which column of a file is what. What is null is found by the usual names: {@code Date}, {@code Open}, {@code Price}...
 *
 * @param delimiter    between two cells
 * @param decimalComma whether numbers are written {@code 12,50}
 * @param time         column with the day or the moment
 * @param clock        column with milliseconds after midnight of that day, or null
 * @param close        the only price that must be there; open, high and low are it where they are null and not found
 * @param format       as {@code dd/MM/yyyy}, {@code epoch-millis} or {@code epoch-seconds}; null to find it in the first row
 * @param zone         of moments that do not say it themselves; null where the file has days only
 * @param stampedAtEnd whether a minute is named by its end, not by its start
 */
public record ColumnMapping(char delimiter, boolean decimalComma, String time, String clock, String open, String high, String low,
        String close, String volume, String format, ZoneId zone, boolean stampedAtEnd) {

    /** A comma, a point in numbers, and all the rest found. */
    public static final ColumnMapping FOUND =
            new ColumnMapping(',', false, null, null, null, null, null, null, null, null, null, false);

    public ColumnMapping in(ZoneId other) {
        return new ColumnMapping(delimiter, decimalComma, time, clock, open, high, low, close, volume, format, other, stampedAtEnd);
    }
}
