package entrepot.web.api;

import entrepot.trading.market.SpecialDay;
import entrepot.trading.market.TradingCalendar;
import entrepot.trading.market.server.CalendarBoard;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** A calendar. @param overnight a session begins on the evening before; @param builtIn it comes with the product; @param coming sessions, of one calendar alone */
record CalendarAnswer(String code, String name, String zone, LocalTime opens, LocalTime closes, boolean overnight, List<DayOfWeek> days, String holidays, boolean builtIn,
        List<Trading> coming) {

    /** @param special why it is not as usual, or absent */
    record Trading(LocalDate day, Instant from, Instant to, String special) {
        static Trading of(CalendarBoard.Trading one) {
            return new Trading(one.session().day(), Instant.ofEpochMilli(one.session().from()), Instant.ofEpochMilli(one.session().to()),
                    one.special() == null ? null : one.special().name());
        }
    }

    /** A day other than the rules say. Without a time it is closed. */
    record OtherDay(LocalDate day, LocalTime opens, LocalTime closes, String name, Instant addedAt, String addedBy) {
        static OtherDay of(CalendarBoard.OtherDay one) {
            SpecialDay day = one.day();
            return new OtherDay(day.day(), day.opens(), day.closes(), day.name(), one.at().toInstant(ZoneOffset.UTC), one.by());
        }
    }

    static CalendarAnswer of(CalendarBoard.Line line) {
        return of(line, null);
    }

    static CalendarAnswer of(CalendarBoard.Line line, List<CalendarBoard.Trading> coming) {
        TradingCalendar one = line.calendar();
        return new CalendarAnswer(one.code(), one.name(), one.hours().zone().getId(), one.hours().opens(), one.hours().closes(), one.hours().isOvernight(),
                one.hours().days().stream().sorted().toList(), one.holidays().name(), line.builtIn(), coming == null ? null : coming.stream().map(Trading::of).toList());
    }
}
