package entrepot.trading.market;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A day on which trading is not as on others. With neither time it is closed; with one of them the other is as usual.
 *
 * @param opens  local, or null
 * @param closes local, or null
 */
public record SpecialDay(LocalDate day, LocalTime opens, LocalTime closes, String name) {

    public static SpecialDay closed(LocalDate day, String name) {
        return new SpecialDay(day, null, null, name);
    }

    public static SpecialDay closesAt(LocalTime time, LocalDate day, String name) {
        return new SpecialDay(day, null, time, name);
    }

    public boolean isClosed() {
        return opens == null && closes == null;
    }
}
