package entrepot.trading.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When something trades: one session on each day of the week it has, but for holidays and days that are shorter. Local times
 * become instants by the rules of the zone, so a session across a change of the clocks is an hour longer or shorter.
 */
public final class TradingCalendar {

    public static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,15}");
    /** No calendar of ours is closed for longer. */
    private static final int LONGEST_PAUSE = 400;

    private final String code;
    private final String name;
    private final Hours hours;
    private final Holidays holidays;
    private final Map<LocalDate, SpecialDay> exceptions;
    private final Map<Integer, Map<LocalDate, SpecialDay>> years = new ConcurrentHashMap<>();

    /**
     * The usual session of a day.
     *
     * @param closes at or before the opening, the session begins on the evening before; midnight is the end of the day
     * @param days   on which a session ends
     */
    public record Hours(ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> days) {

        public Hours {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("there are no days of the week, must be one at least");
            }
            days = Set.copyOf(days);
        }

        /** Whether a session begins on the day before. */
        public boolean isOvernight() {
            return overnight(opens, closes);
        }

        private static boolean overnight(LocalTime opens, LocalTime closes) {
            return !closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes);
        }

        private Session session(LocalDate day, LocalTime from, LocalTime to) {
            LocalDate begins = overnight(from, to) ? day.minusDays(1) : day;
            LocalDate ends = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
            return new Session(day, millis(begins, from), millis(ends, to));
        }

        private long millis(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
        }

        /** What is wrong with the times of an exception, or null. Sessions must not overlap, so it has to stay in its day, or in its night and day. */
        public String against(SpecialDay special) {
            LocalTime from = special.opens() == null ? opens : special.opens();
            LocalTime to = special.closes() == null ? closes : special.closes();
            boolean overnight = overnight(from, to);
            if (special.isClosed() || !overnight && !isOvernight()) {
                return null;
            }
            if (!isOvernight()) {
                return "it must close after it opens at " + from + ", closes at " + to;
            }
            if (overnight && from.isBefore(closes)) {
                return "it must not open before " + closes + " on the evening before, when the session before ends, opens at " + from;
            }
            return to.equals(LocalTime.MIDNIGHT) || to.isAfter(opens) ? "it must close by " + opens + ", when the next session begins, closes at " + to : null;
        }
    }

    /** @throws IllegalArgumentException where the code is none or an exception does not fit the hours */
    public TradingCalendar(String code, String name, Hours hours, Holidays holidays, List<SpecialDay> exceptions) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a code: " + code);
        }
        exceptions.stream().filter(one -> hours.against(one) != null).findFirst().ifPresent(one -> {
            throw new IllegalArgumentException(one + " of " + code + ": " + hours.against(one));
        });
        this.code = code;
        this.name = name;
        this.hours = hours;
        this.holidays = holidays;
        this.exceptions = exceptions.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::day, Function.identity()));
    }

    public TradingCalendar with(List<SpecialDay> others) {
        return new TradingCalendar(code, name, hours, holidays, others);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Hours hours() {
        return hours;
    }

    public Holidays holidays() {
        return holidays;
    }

    /** What makes the day other than usual; an exception goes before a holiday. */
    public Optional<SpecialDay> special(LocalDate day) {
        SpecialDay exception = exceptions.get(day);
        return Optional.ofNullable(exception != null ? exception : years.computeIfAbsent(day.getYear(), this::ofYear).get(day));
    }

    private Map<LocalDate, SpecialDay> ofYear(int year) {
        return holidays.of(year).stream().flatMap(special -> fitted(special).stream()).collect(Collectors.toMap(SpecialDay::day, Function.identity()));
    }

    /** A holiday in the zone and the hours of this calendar, which may be others than those of the exchange; empty where it closes no earlier for it. */
    private Optional<SpecialDay> fitted(SpecialDay special) {
        if (special.isClosed()) {
            return Optional.of(special);
        }
        LocalDate day = special.day();
        LocalTime closes = day.atTime(special.closes()).atZone(holidays.zone()).withZoneSameInstant(hours.zone()).toLocalTime();
        if (!hours.isOvernight() && !closes.isAfter(hours.opens())) {
            return Optional.of(SpecialDay.closed(day, special.name()));
        }
        SpecialDay here = SpecialDay.closesAt(closes, day, special.name());
        boolean earlier = hours.closes().equals(LocalTime.MIDNIGHT) || closes.isBefore(hours.closes());
        return earlier && hours.against(here) == null ? Optional.of(here) : Optional.empty();
    }

    public boolean isSession(LocalDate day) {
        return session(day).isPresent();
    }

    public Optional<Session> session(LocalDate day) {
        SpecialDay special = special(day).orElse(null);
        if (special == null) {
            return hours.days().contains(day.getDayOfWeek()) ? Optional.of(hours.session(day, hours.opens(), hours.closes())) : Optional.empty();
        }
        boolean opensAnyway = exceptions.containsKey(day) || hours.days().contains(day.getDayOfWeek());
        return special.isClosed() || !opensAnyway ? Optional.empty()
                : Optional.of(hours.session(day, special.opens() == null ? hours.opens() : special.opens(), special.closes() == null ? hours.closes() : special.closes()));
    }

    /** The trading day of a moment; empty between two sessions. A bar of a minute is named by its end: give the millisecond before. */
    public Optional<LocalDate> day(long time) {
        LocalDate local = Instant.ofEpochMilli(time).atZone(hours.zone()).toLocalDate();
        return Stream.of(local, local.plusDays(1))
                .flatMap(day -> session(day).stream())
                .filter(session -> session.from() <= time && time < session.to())
                .map(Session::day)
                .findFirst();
    }

    /** By day. @param to inclusive */
    public List<Session> sessions(LocalDate from, LocalDate to) {
        List<Session> found = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            session(day).ifPresent(found::add);
        }
        return found;
    }

    /** The first after a day. */
    public Optional<Session> next(LocalDate day) {
        return near(day, 1);
    }

    /** The last before a day. */
    public Optional<Session> previous(LocalDate day) {
        return near(day, -1);
    }

    private Optional<Session> near(LocalDate day, int step) {
        return Stream.iterate(day.plusDays(step), one -> one.plusDays(step)).limit(LONGEST_PAUSE).flatMap(one -> session(one).stream()).findFirst();
    }
}
