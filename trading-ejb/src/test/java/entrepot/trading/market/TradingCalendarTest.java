package entrepot.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.market.TradingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {

    private static final long MINUTE = 60_000;

    /** "NYSE: holidays and trading hours, of the years named; NYSE Historical Closings" */
    @ParameterizedTest
    @ValueSource(strings = {"2023-07-04", "2001-09-11", "2001-09-12", "2001-09-13", "2001-09-14", "2022-06-20", "2023-06-19", "2024-06-19", "2024-03-29", "2025-04-18",
        "2026-04-03", "2021-12-24", "2023-01-02", "2012-10-29", "2018-12-05", "2025-01-09", "1998-01-19", "2020-07-03", "2021-07-05", "2026-11-26", "2024-01-15", "2004-06-11"})
    void newYorkIsClosed(LocalDate day) {
        assertThat(built("NYSE").isSession(day)).isFalse();
        assertThat(built("NYSE").special(day)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-06-18", "1997-01-20", "2001-09-10", "2001-09-17", "2021-12-31", "2023-07-05", "2022-01-03", "2018-12-06"})
    void newYorkIsOpen(LocalDate day) {
        Session session = built("NYSE").session(day).orElseThrow();
        assertThat(local(session.to(), "America/New_York")).isEqualTo(day + "T16:00");
    }

    @ParameterizedTest
    @CsvSource({"NYSE,2023-07-03,13:00", "NYSE,2002-07-05,13:00", "NYSE,2013-07-03,13:00", "NYSE,2024-11-29,13:00", "NYSE,2024-12-24,13:00", "NYSE,1999-12-31,13:00",
        "NYSE,2007-07-03,13:00", "CME-EQUITY,2024-11-28,12:00", "CME-EQUITY,2023-07-04,12:00", "CME-EQUITY,2024-12-24,12:15", "CME-EQUITY,2021-04-02,08:15",
        "CME-EQUITY,2023-06-19,12:00", "XETRA,2024-12-30,14:00", "XETRA,2022-12-30,14:00", "XETRA,2023-12-29,14:00"})
    void someDaysCloseEarly(String code, LocalDate day, LocalTime closes) {
        TradingCalendar calendar = built(code);
        assertThat(local(calendar.session(day).orElseThrow().to(), calendar.hours().zone().getId())).isEqualTo(day + "T" + closes);
    }

    @ParameterizedTest
    @CsvSource({"CME-EQUITY,2024-03-29", "CME-EQUITY,2025-12-25", "CME-EQUITY,2023-01-02", "LME,2022-06-03", "LME,2022-09-19", "LME,2020-05-08", "LME,2021-12-28", "LME,2022-12-27",
        "LME,2020-12-28", "LME,2023-05-08", "LME,2024-08-26", "XETRA,2024-04-01", "XETRA,2019-06-10", "XETRA,2024-12-24", "XETRA,2024-12-31", "XETRA,2017-10-31",
        "TARGET,2026-05-01", "TARGET,2024-12-26", "FX,2024-12-25"})
    void othersAreClosed(String code, LocalDate day) {
        assertThat(built(code).isSession(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"LME,2020-05-04", "LME,2022-05-30", "XETRA,2022-06-06", "XETRA,2022-10-03", "TARGET,2024-12-24", "TARGET,2024-05-20", "ALWAYS,2024-12-25", "FX,2024-07-04"})
    void othersAreOpen(String code, LocalDate day) {
        assertThat(built(code).isSession(day)).isTrue();
    }

    /** New York had 251 sessions in 2001 less three: 248; 252 in 2020; 250 in 2023; 252 in 2024. "NYSE Facts and Figures" */
    @ParameterizedTest
    @CsvSource({"2001,248", "2018,251", "2019,252", "2020,253", "2021,252", "2022,251", "2023,250", "2024,252"})
    void newYorkHasSoManyDaysInAYear(int year, int days) {
        assertThat(built("NYSE").sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))).hasSize(days);
    }

    @Test
    void chicagoBeginsOnTheEveningBefore() {
        TradingCalendar cme = built("CME-EQUITY");
        Session monday = cme.session(LocalDate.of(2024, 3, 11)).orElseThrow();
        assertThat(Instant.ofEpochMilli(monday.from())).as("Sunday 17:00, after the clocks went forward").isEqualTo("2024-03-10T22:00:00Z");
        assertThat(Instant.ofEpochMilli(monday.to())).isEqualTo("2024-03-11T21:00:00Z");
        assertThat(cme.session(LocalDate.of(2024, 3, 8)).map(Session::from).map(Instant::ofEpochMilli)).contains(Instant.parse("2024-03-07T23:00:00Z"));
        assertThat(cme.day(at("2024-03-10T22:00:00Z"))).contains(LocalDate.of(2024, 3, 11));
        assertThat(cme.day(at("2024-03-10T21:59:59Z"))).isEmpty();
        assertThat(cme.day(at("2024-03-11T21:00:00Z"))).as("the hour between two sessions").isEmpty();
        assertThat(cme.day(at("2024-03-11T22:00:00Z"))).contains(LocalDate.of(2024, 3, 12));
    }

    @Test
    void aNightOnWhichTheClocksChangeIsAnHourLongerOrShorter() {
        var nights = new TradingCalendar("NIGHTS", "Nights", new Hours(ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0), LocalTime.of(6, 0), EnumSet.allOf(DayOfWeek.class)), Holidays.NONE, List.of());
        assertThat(hours(nights, "2024-03-30")).isEqualTo(8);
        assertThat(hours(nights, "2024-03-31")).isEqualTo(7);
        assertThat(hours(nights, "2024-10-27")).isEqualTo(9);
        assertThat(hours(built("ALWAYS"), "2024-10-27")).isEqualTo(24);
        assertThat(hours(built("FX"), "2024-03-11")).isEqualTo(24);
    }

    @Test
    void theNextAndTheOneBeforeGoOverHolidays() {
        assertThat(built("NYSE").next(LocalDate.of(2001, 9, 10)).map(Session::day)).contains(LocalDate.of(2001, 9, 17));
        assertThat(built("NYSE").previous(LocalDate.of(2023, 7, 5)).map(Session::day)).contains(LocalDate.of(2023, 7, 3));
    }

    @Test
    void anExceptionGoesBeforeARuleAndBeforeTheWeek() {
        LocalDate saturday = LocalDate.of(2024, 1, 20);
        TradingCalendar mine = built("NYSE").with(List.of(new SpecialDay(LocalDate.of(2024, 7, 4), null, LocalTime.of(16, 0), "open after all"),
                new SpecialDay(saturday, LocalTime.of(10, 0), LocalTime.of(11, 0), "test"), SpecialDay.closed(LocalDate.of(2024, 7, 8), "snow")));
        assertThat(mine.isSession(LocalDate.of(2024, 7, 4))).isTrue();
        assertThat(mine.isSession(LocalDate.of(2024, 7, 8))).isFalse();
        assertThat(mine.session(saturday).map(session -> session.to() - session.from())).contains(60 * MINUTE);
    }

    @Test
    void holidaysOfAnExchangeFitOtherHoursInAnotherZone() {
        var berlin = new TradingCalendar("US-IN-DE", "New York from Berlin", new Hours(ZoneId.of("Europe/Berlin"), LocalTime.of(9, 0), LocalTime.of(20, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), Holidays.NYSE, List.of());
        assertThat(local(berlin.session(LocalDate.of(2023, 7, 3)).orElseThrow().to(), "Europe/Berlin")).as("13:00 in New York").isEqualTo("2023-07-03T19:00");
        var evening = new TradingCalendar("EVENING", "Evening", new Hours(ZoneId.of("Europe/Berlin"), LocalTime.of(19, 30), LocalTime.of(22, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), Holidays.NYSE, List.of());
        assertThat(evening.isSession(LocalDate.of(2023, 7, 3))).isFalse();
        var morning = new TradingCalendar("MORNING", "Morning", new Hours(ZoneId.of("Europe/Berlin"), LocalTime.of(9, 0), LocalTime.of(17, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), Holidays.NYSE, List.of());
        assertThat(morning.special(LocalDate.of(2023, 7, 3))).isEmpty();
    }

    @Test
    void sessionsMayNotOverlap() {
        Hours day = built("NYSE").hours();
        Hours night = built("CME-EQUITY").hours();
        LocalDate any = LocalDate.of(2024, 2, 1);
        assertThat(day.against(SpecialDay.closesAt(LocalTime.of(9, 30), any, ""))).isEqualTo("it must close after it opens at 09:30, closes at 09:30");
        assertThat(night.against(SpecialDay.closesAt(LocalTime.of(17, 1), any, ""))).isEqualTo("it must close by 17:00, when the next session begins, closes at 17:01");
        assertThat(night.against(new SpecialDay(any, LocalTime.of(15, 0), LocalTime.of(14, 0), ""))).startsWith("it must not open before 16:00 on the evening before");
        assertThat(night.against(new SpecialDay(any, LocalTime.of(6, 0), null, "opens late"))).isNull();
        assertThatThrownBy(() -> built("NYSE").with(List.of(SpecialDay.closesAt(LocalTime.of(9, 0), any, "")))).hasMessageContaining("of NYSE: it must close after");
    }

    /** Walks minute by minute, by the clock on the wall alone. */
    @Test
    void everyMinuteOfAWeekIsWhereTheClockOnTheWallSaysItIs() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            TradingCalendar calendar = random(random);
            LocalDate monday = LocalDate.of(2010 + random.nextInt(15), 1 + random.nextInt(12), 1 + random.nextInt(28));
            long from = monday.atStartOfDay(calendar.hours().zone()).toInstant().toEpochMilli();
            List<String> wrong = new ArrayList<>();
            for (long time = from; time < from + 7 * 24 * 60 * MINUTE; time += MINUTE) {
                Optional<LocalDate> slow = onTheWall(calendar, time);
                if (!calendar.day(time).equals(slow)) {
                    wrong.add(Instant.ofEpochMilli(time) + " is of " + calendar.day(time) + ", by the wall of " + slow);
                }
            }
            assertThat(wrong).as("seed %d, %s %s", seed, calendar.hours(), calendar.holidays()).isEmpty();
        }
    }

    private static Optional<LocalDate> onTheWall(TradingCalendar calendar, long time) {
        Hours hours = calendar.hours();
        ZonedDateTime wall = Instant.ofEpochMilli(time).atZone(hours.zone());
        LocalTime clock = wall.toLocalTime();
        LocalDate today = wall.toLocalDate();
        boolean overnight = hours.opens().compareTo(hours.closes()) >= 0 && !hours.closes().equals(LocalTime.MIDNIGHT);
        LocalDate tomorrow = today.plusDays(1);
        if (overnight && !clock.isBefore(hours.opens()) && trades(calendar, tomorrow)) {
            return Optional.of(tomorrow);
        }
        LocalTime closes = calendar.special(today).map(SpecialDay::closes).orElse(hours.closes());
        boolean begun = overnight || !clock.isBefore(hours.opens());
        return trades(calendar, today) && begun && (closes.equals(LocalTime.MIDNIGHT) || clock.isBefore(closes)) ? Optional.of(today) : Optional.empty();
    }

    private static boolean trades(TradingCalendar calendar, LocalDate day) {
        return calendar.hours().days().contains(day.getDayOfWeek()) && calendar.special(day).map(special -> !special.isClosed()).orElse(true);
    }

    /** No session begins or ends in an hour that the clocks leave out or go through twice. */
    private static TradingCalendar random(Random random) {
        List<String> zones = List.of("America/New_York", "America/Chicago", "Europe/Berlin", "Europe/London", "Asia/Tokyo", "Australia/Sydney", "UTC");
        Set<DayOfWeek> days = random.ints(1 + random.nextInt(7), 0, 7).mapToObj(day -> DayOfWeek.of(day + 1)).collect(Collectors.toSet());
        LocalTime opens = LocalTime.of(4 + random.nextInt(20), random.nextInt(60));
        LocalTime closes = random.nextInt(4) == 0 ? LocalTime.MIDNIGHT : LocalTime.of(4 + random.nextInt(20), random.nextInt(60));
        Holidays holidays = Holidays.values()[random.nextInt(Holidays.values().length)];
        return new TradingCalendar("RANDOM", "Random", new Hours(ZoneId.of(zones.get(random.nextInt(zones.size()))), opens, closes, days), holidays, List.of());
    }

    private static long hours(TradingCalendar calendar, String day) {
        Session session = calendar.session(LocalDate.parse(day)).orElseThrow();
        return (session.to() - session.from()) / (60 * MINUTE);
    }

    private static TradingCalendar built(String code) {
        return BuiltInCalendars.find(code).orElseThrow();
    }

    private static long at(String moment) {
        return Instant.parse(moment).toEpochMilli();
    }

    private static String local(long time, String zone) {
        return Instant.ofEpochMilli(time).atZone(ZoneId.of(zone)).toLocalDateTime().toString();
    }
}
