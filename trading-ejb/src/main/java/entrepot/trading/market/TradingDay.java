package entrepot.trading.market;

import java.time.Instant;
import java.time.ZoneId;

/** To which day of trading a bar of minutes belongs. */
@FunctionalInterface
public interface TradingDay {

    /** @param time when the bar ended, milliseconds of the epoch; @return days of the epoch, never falling as times rise */
    long of(long time);

    /** The day on the wall of a place. What ends at midnight belongs to the day before. */
    static TradingDay in(ZoneId zone) {
        return time -> Instant.ofEpochMilli(time - 1).atZone(zone).toLocalDate().toEpochDay();
    }
}
