package entrepot.trading.market;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns a line into a bar, or says what keeps it from being one. */
final class BarReader {

    private static final String NUMBER_CHARACTERS = "0123456789+-.eE";

    private final BarColumns columns;
    private final BarClock clock;
    private final boolean decimalComma;

    BarReader(BarColumns columns, BarClock clock, boolean decimalComma) {
        this.columns = columns;
        this.clock = clock;
        this.decimalComma = decimalComma;
    }

    BarLine read(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != columns.header().size()) {
            return bad(row, "has " + row.getFieldCount() + " cells, the header " + columns.header().size());
        }
        OptionalDouble millis = columns.clock() < 0 ? OptionalDouble.of(0) : number(row, columns.clock());
        if (millis.isEmpty()) {
            return bad(row, "milliseconds '" + cell(row, columns.clock()) + "' are no number");
        }
        Optional<Long> time = clock.read(cell(row, columns.time()), (long) millis.getAsDouble());
        if (time.isEmpty()) {
            return bad(row, "time '" + cell(row, columns.time()) + "' is not written as " + clock.format());
        }
        return prices(row, line, time.get());
    }

    private BarLine prices(CsvRecord row, long line, long time) {
        int[] places = {columns.open(), columns.high(), columns.low(), columns.close(), columns.volume()};
        double[] values = new double[places.length];
        for (int at = 0; at < places.length; at++) {
            int place = places[at] >= 0 ? places[at] : columns.close();
            OptionalDouble value = at == 4 && places[at] < 0 ? OptionalDouble.of(0) : number(row, place);
            if (value.isEmpty()) {
                return bad(row, columns.header().get(place) + " '" + cell(row, place) + "' is no number");
            }
            values[at] = value.getAsDouble();
        }
        return BarLine.good(line, new Bar(time, values[0], values[1], values[2], values[3], values[4]));
    }

    private OptionalDouble number(CsvRecord row, int place) {
        String cell = cell(row, place);
        String text = decimalComma ? cell.replace(',', '.') : cell;
        if (text.isEmpty() || text.length() > 40 || !text.chars().allMatch(character -> NUMBER_CHARACTERS.indexOf(character) >= 0)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    private static String cell(CsvRecord row, int place) {
        return row.getField(place).strip();
    }

    private static BarLine bad(CsvRecord row, String problem) {
        return BarLine.bad(row.getStartingLineNumber(), shortened(String.join(",", row.getFields())), shortened(problem));
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 299) + "…" : text;
    }
}
