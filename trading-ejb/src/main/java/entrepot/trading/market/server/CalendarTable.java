package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.trading.market.BuiltInCalendars;
import entrepot.trading.market.Holidays;
import entrepot.trading.market.SpecialDay;
import entrepot.trading.market.TradingCalendar;
import entrepot.trading.market.TradingCalendar.Hours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Calendars: those that come with the product and those that persons made, with the exceptions of both. */
@ApplicationScoped
class CalendarTable {

    private static final String ROW = "SELECT code, name, zone, opens, closes, days, holidays, version FROM trading_calendar";
    private static final String EXCEPTION = "SELECT calendar, day, opens, closes, name, added_at, added_by FROM calendar_exception";

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** @param version to change it by; of one that comes with the product 0 */
    record Entry(TradingCalendar calendar, int version) {}

    private record Row(String code, String name, String zone, String opens, String closes, String days, Holidays holidays, int version) {
        Entry entry() {
            Hours hours = new Hours(ZoneId.of(zone), LocalTime.parse(opens), LocalTime.parse(closes),
                    days.chars().mapToObj(day -> DayOfWeek.of(day - '0')).collect(Collectors.toSet()));
            return new Entry(new TradingCalendar(code, name, hours, holidays, List.of()), version);
        }
    }

    /** A day that is not as the rules say. @param addedAt UTC */
    record ExceptionRow(String calendar, LocalDate day, String opens, String closes, String name, LocalDateTime addedAt, String addedBy) {
        SpecialDay special() {
            return new SpecialDay(day, time(opens), time(closes), name);
        }

        private static LocalTime time(String text) {
            return text == null ? null : LocalTime.parse(text);
        }
    }

    /** By code. */
    List<Entry> all() {
        List<Entry> all = new ArrayList<>(BuiltInCalendars.ALL.stream().map(calendar -> new Entry(calendar, 0)).toList());
        all.addAll(database.jdbi().withHandle(handle -> handle.createQuery(ROW).mapTo(Row.class).list()).stream().map(Row::entry).toList());
        Map<String, List<SpecialDay>> exceptions = database.jdbi().withHandle(handle -> handle.createQuery(EXCEPTION).mapTo(ExceptionRow.class).list()).stream()
                .collect(Collectors.groupingBy(ExceptionRow::calendar, Collectors.mapping(ExceptionRow::special, Collectors.toList())));
        return all.stream()
                .map(entry -> new Entry(entry.calendar().with(exceptions.getOrDefault(entry.calendar().code(), List.of())), entry.version()))
                .sorted(Comparator.comparing(entry -> entry.calendar().code()))
                .toList();
    }

    Optional<Entry> find(String code) {
        return BuiltInCalendars.find(code).map(calendar -> new Entry(calendar, 0))
                .or(() -> database.jdbi().withHandle(handle -> handle.createQuery(ROW + " WHERE code = ?").bind(0, code).mapTo(Row.class).findOne()).map(Row::entry))
                .map(entry -> new Entry(entry.calendar().with(exceptions(code).stream().map(ExceptionRow::special).toList()), entry.version()));
    }

    /** Its hours and exceptions stay as they are until the end of the transaction; call it before anything is read. */
    void lock(String code) {
        database.jdbi().useHandle(handle -> handle.createQuery("SELECT code FROM trading_calendar WHERE code = ? FOR UPDATE").bind(0, code).mapTo(String.class).list());
    }

    /** The one by which an instrument trades; null for none. */
    TradingCalendar of(String code) {
        return code == null ? null : find(code).map(Entry::calendar).orElse(null);
    }

    TradingCalendar ofSeries(long series) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.calendar FROM instrument i JOIN bar_series s ON s.instrument_id = i.id WHERE s.id = ? AND i.calendar IS NOT NULL")
                .bind(0, series)
                .mapTo(String.class)
                .findOne()).map(this::of).orElse(null);
    }

    void add(TradingCalendar calendar, String actor) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO trading_calendar (code, name, zone, opens, closes, days, holidays, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", calendar.code(), calendar.name(), calendar.hours().zone().getId(), calendar.hours().opens().toString(),
                calendar.hours().closes().toString(), days(calendar), calendar.holidays().name(), now(), actor));
    }

    /** @return whether it was at that version */
    boolean change(int version, TradingCalendar calendar) {
        return database.jdbi().withHandle(handle -> handle.execute("UPDATE trading_calendar SET name = ?, zone = ?, opens = ?, closes = ?, days = ?, holidays = ?,"
                        + " version = version + 1 WHERE code = ? AND version = ?", calendar.name(), calendar.hours().zone().getId(), calendar.hours().opens().toString(),
                calendar.hours().closes().toString(), days(calendar), calendar.holidays().name(), calendar.code(), version)) == 1;
    }

    private static String days(TradingCalendar calendar) {
        return calendar.hours().days().stream().sorted().map(day -> Integer.toString(day.getValue())).collect(Collectors.joining());
    }

    /** By day. */
    List<ExceptionRow> exceptions(String code) {
        return database.jdbi().withHandle(handle -> handle.createQuery(EXCEPTION + " WHERE calendar = ? ORDER BY day").bind(0, code).mapTo(ExceptionRow.class).list());
    }

    /** What was said of a day before holds no more. */
    void except(String code, Collection<SpecialDay> days, String actor) {
        LocalDateTime now = now();
        database.jdbi().useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO calendar_exception (calendar, day, opens, closes, name, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE opens = VALUES(opens), closes = VALUES(closes), name = VALUES(name), added_at = VALUES(added_at), added_by = VALUES(added_by)");
            days.forEach(day -> batch.add(code, day.day(), text(day.opens()), text(day.closes()), day.name(), now, actor));
            batch.execute();
        });
    }

    private static String text(LocalTime time) {
        return time == null ? null : time.toString();
    }

    boolean asRules(String code, LocalDate day) {
        return database.jdbi().withHandle(handle -> handle.execute("DELETE FROM calendar_exception WHERE calendar = ? AND day = ?", code, day)) == 1;
    }

    /** Symbols of instruments that trade by it. */
    List<String> instruments(String code) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT symbol FROM instrument WHERE calendar = ? ORDER BY symbol").bind(0, code).mapTo(String.class).list());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
