package entrepot.trading.market.server;

import entrepot.trading.market.BuiltInCalendars;
import entrepot.trading.market.Session;
import entrepot.trading.market.SpecialDay;
import entrepot.trading.market.TradingCalendar;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Which calendars there are, and when they trade. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
public class CalendarBoard {

    @Inject
    private CalendarTable calendars;

    @Inject
    private Clock clock;

    /** @param version to change it by; @param builtIn it comes with the product: its hours stay, exceptions may be added */
    public record Line(TradingCalendar calendar, int version, boolean builtIn) {
        static Line of(CalendarTable.Entry entry) {
            return new Line(entry.calendar(), entry.version(), BuiltInCalendars.find(entry.calendar().code()).isPresent());
        }
    }

    /** @param special why it is not as usual, or null */
    public record Trading(Session session, SpecialDay special) {}

    /** A day that a person made other than the rules say. @param at UTC */
    public record OtherDay(SpecialDay day, LocalDateTime at, String by) {}

    /** By code. */
    public List<Line> list() {
        return calendars.all().stream().map(Line::of).toList();
    }

    public Optional<Line> find(String code) {
        return calendars.find(code).map(Line::of);
    }

    /** Where it trades today. */
    public LocalDate today(TradingCalendar calendar) {
        return LocalDate.now(clock.withZone(calendar.hours().zone()));
    }

    /** By day, both inclusive. */
    public List<Trading> sessions(TradingCalendar calendar, LocalDate from, LocalDate to) {
        return calendar.sessions(from, to).stream().map(session -> new Trading(session, calendar.special(session.day()).orElse(null))).toList();
    }

    /** Days of the week it has that are closed nevertheless, by day. */
    public List<SpecialDay> closed(TradingCalendar calendar, LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(day -> calendar.hours().days().contains(day.getDayOfWeek()))
                .flatMap(day -> calendar.special(day).stream()).filter(SpecialDay::isClosed).toList();
    }

    /** By day. */
    public List<OtherDay> exceptions(String code) {
        return calendars.exceptions(code).stream().map(row -> new OtherDay(row.special(), row.addedAt(), row.addedBy())).toList();
    }

    /** Symbols of instruments that trade by it. */
    public List<String> instruments(String code) {
        return calendars.instruments(code);
    }
}
