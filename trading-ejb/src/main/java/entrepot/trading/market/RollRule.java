package entrepot.trading.market;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * When who holds a future goes on to the next contract.
 *
 * @param by     what it is told by
 * @param days   weekdays before the expiry after which it is done, whatever the volume says; 0 for after the expiry's day
 * @param joined how contracts become the series that is decided by; what is traded is always as traded
 */
public record RollRule(RollBy by, int days, Joining joined) {

    public static final int MOST_DAYS = 250;

    /** EXPIRY looks at the calendar alone; VOLUME goes as soon as the next contract has traded more in a bar than the present one. */
    public enum RollBy { EXPIRY, VOLUME }

    public RollRule {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days before the expiry are " + days + ", must be 0 to " + MOST_DAYS);
        }
    }

    /** The last day of the present contract: it is left at the first bar after it. */
    public LocalDate lastDay(LocalDate expiry) {
        LocalDate day = expiry;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            left -= day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return day;
    }
}
