package entrepot.web.api;

import entrepot.platform.csv.CsvEncoding;
import entrepot.platform.csv.CsvTable;
import entrepot.platform.job.Job;
import entrepot.platform.retry.Retry;
import entrepot.trading.market.Holidays;
import entrepot.trading.market.SpecialDay;
import entrepot.trading.market.TradingCalendar;
import entrepot.trading.market.TradingCalendar.Hours;
import entrepot.trading.market.server.CalendarDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes calendars and their exceptions in. */
@ApplicationScoped
public class CalendarIntake {

    private static final int MOST = 5_000;
    private static final List<String> COLUMNS = List.of("day", "opens", "closes", "name");
    private static final List<String> REQUIRED = List.of("day", "name");

    @EJB
    private CalendarDesk desk;

    @Inject
    private Retry retry;

    /**
     * A calendar as clients send it.
     *
     * @param opens    local time of day such as 09:30
     * @param closes   at or before the opening, the session begins on the evening before; 00:00 is the end of the day
     * @param days     of the week; Monday to Friday where absent
     * @param holidays the exchange whose holidays it has; NONE where absent
     */
    public record Body(String code, String name, String zone, String opens, String closes, List<String> days, String holidays) {

        Body called(String path) {
            return new Body(path, name, zone, opens, closes, days, holidays);
        }

        /** @throws ApiProblem with everything that is wrong */
        public TradingCalendar read() {
            Fields fields = new Fields();
            String known = fields.text("/code", code, 16);
            if (known != null && !TradingCalendar.CODE.matcher(known).matches()) {
                fields.refuse("/code", "characters", "must be 1 to 16 of A-Z, 0-9 and '-'");
            }
            String title = fields.text("/name", name, 80);
            ZoneId in = zone(fields, fields.text("/zone", zone, 40));
            LocalTime from = time(fields, "/opens", fields.required("/opens", opens));
            LocalTime to = time(fields, "/closes", fields.required("/closes", closes));
            Set<DayOfWeek> week = week(fields);
            Holidays rules = fields.oneOfIfGiven("/holidays", holidays, Holidays.class, Holidays.NONE);
            fields.check();
            return new TradingCalendar(known, title, new Hours(in, from, to, week), rules, List.of());
        }

        private Set<DayOfWeek> week(Fields fields) {
            Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
            if (days == null) {
                return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            }
            for (int at = 0; at < days.size(); at++) {
                DayOfWeek day = fields.oneOf("/days/" + at, days.get(at), DayOfWeek.class);
                if (day != null) {
                    week.add(day);
                }
            }
            if (days.isEmpty()) {
                fields.refuse("/days", "missing", "must have one day of the week at least");
            }
            return week;
        }

        private static ZoneId zone(Fields fields, String zone) {
            if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
                fields.refuse("/zone", "unknown-zone", "must be a time zone such as America/New_York");
                return null;
            }
            return zone == null ? null : ZoneId.of(zone);
        }
    }

    private static LocalTime time(Fields fields, String pointer, String value) {
        if (value == null) {
            return null;
        }
        try {
            if (value.matches("\\d\\d:\\d\\d")) {
                return LocalTime.parse(value);
            }
        } catch (DateTimeException noTime) {
            // told below, as is what has seconds
        }
        fields.refuse(pointer, "not-a-time", "must be a time of day such as 09:30");
        return null;
    }

    /** @param opens late, or null for as usual; @param closes early, or null for as usual; without both the day is closed */
    public record Special(String day, String opens, String closes, String name) {
        SpecialDay read(Fields fields, String pointer) {
            LocalDate on = fields.dateIfGiven(pointer + "/day", fields.required(pointer + "/day", day));
            if (on != null && (on.getYear() < 1900 || on.getYear() > 2200)) {
                fields.refuse(pointer + "/day", "out-of-range", "must be from 1900 to 2200");
            }
            return new SpecialDay(on, time(fields, pointer + "/opens", opens), time(fields, pointer + "/closes", closes), fields.text(pointer + "/name", name, 80));
        }
    }

    public void create(TradingCalendar calendar) {
        retry.run(() -> {
            desk.create(calendar);
            return calendar;
        });
    }

    public Optional<Job> change(int version, TradingCalendar calendar) {
        return retry.run(() -> desk.change(version, calendar));
    }

    /** What became of days. @param job that counts gaps anew, absent where no instrument trades by the calendar */
    public record Taken(int days, Long job) {
        static Taken of(int days, Optional<Job> job) {
            return new Taken(days, job.map(Job::id).orElse(null));
        }
    }

    /** All of them or none. @throws ApiProblem with everything that is wrong */
    public Taken except(String code, List<Special> days) {
        Fields fields = new Fields();
        List<SpecialDay> read = new ArrayList<>();
        for (int at = 0; at < few(days.size()); at++) {
            read.add(days.get(at).read(fields, "/" + at));
        }
        fields.check();
        return kept(code, read);
    }

    /** A file with the columns day, closes and name, and opens where a day begins late. All lines or none. */
    public Taken upload(String code, byte[] file) {
        Fields all = new Fields();
        List<SpecialDay> read = new ArrayList<>();
        List<CsvTable.Row> rows = CsvTable.read(CsvEncoding.UTF_8.decode(file), COLUMNS, REQUIRED).rows();
        few(rows.size());
        for (CsvTable.Row row : rows) {
            Fields fields = new Fields();
            if (row.broken() != null) {
                fields.refuse("", "broken", row.broken());
            } else {
                read.add(new Special(row.cells().get("day"), row.cells().get("opens"), row.cells().get("closes"), row.cells().get("name")).read(fields, ""));
            }
            fields.errors().forEach(error -> all.refuse("/" + row.line() + error.pointer(), error.code(), "line " + row.line() + ": " + error.detail()));
        }
        all.check();
        return kept(code, read);
    }

    private static int few(int days) {
        if (days == 0 || days > MOST) {
            throw ApiProblem.of(422, "too-many-rows", "must have 1 to " + MOST + " days, has " + days);
        }
        return days;
    }

    private Taken kept(String code, List<SpecialDay> days) {
        return Taken.of(days.size(), retry.run(() -> desk.except(code, days)));
    }

    public Taken asRules(String code, LocalDate day) {
        return Taken.of(1, retry.run(() -> desk.asRules(code, day)));
    }
}
