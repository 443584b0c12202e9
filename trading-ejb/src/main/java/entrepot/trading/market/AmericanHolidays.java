package entrepot.trading.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rules of New York and Chicago, from 1990 and, for the futures, from 2012. "NYSE Rule 7.2 and the holidays it publishes each year;
 * CME Group holiday calendar, equity index products on Globex"
 */
final class AmericanHolidays {

    private static final LocalTime NYSE_EARLY = LocalTime.of(13, 0);
    private static final LocalTime CME_NOON = LocalTime.of(12, 0);
    private static final LocalTime CME_EARLY = LocalTime.of(12, 15);
    private static final LocalTime CME_MORNING = LocalTime.of(8, 15);
    private static final LocalTime CME_MOURNING = LocalTime.of(8, 30);

    private static final Map<LocalDate, String> NYSE_CLOSED = closed();
    private static final Map<LocalDate, String> NYSE_SHORT = Map.of(
            LocalDate.of(1997, 12, 26), "Day after Christmas", LocalDate.of(1999, 12, 31), "Eve of 2000", LocalDate.of(2003, 12, 26), "Day after Christmas");
    /** The report on employment came out on these Good Fridays. */
    private static final List<Integer> GOOD_FRIDAYS_OF_CME = List.of(2012, 2015, 2021, 2023);

    private AmericanHolidays() {}

    private static Map<LocalDate, String> closed() {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        days.put(LocalDate.of(1994, 4, 27), "Funeral of President Nixon");
        for (int day = 11; day <= 14; day++) {
            days.put(LocalDate.of(2001, 9, day), "Attacks of 11 September");
        }
        days.put(LocalDate.of(2004, 6, 11), "Funeral of President Reagan");
        days.put(LocalDate.of(2007, 1, 2), "Funeral of President Ford");
        days.put(LocalDate.of(2012, 10, 29), "Hurricane Sandy");
        days.put(LocalDate.of(2012, 10, 30), "Hurricane Sandy");
        days.put(LocalDate.of(2018, 12, 5), "Funeral of President Bush");
        days.put(LocalDate.of(2025, 1, 9), "Funeral of President Carter");
        return days;
    }

    static List<SpecialDay> nyse(int year) {
        List<SpecialDay> days = new ArrayList<>();
        NYSE_CLOSED.forEach((day, name) -> add(days, year, SpecialDay.closed(day, name)));
        shared(year).forEach((day, name) -> add(days, year, SpecialDay.closed(day, name)));
        daysOff(year).forEach((day, name) -> add(days, year, SpecialDay.closed(day, name)));
        add(days, year, SpecialDay.closed(Feasts.goodFriday(year), "Good Friday"));
        NYSE_SHORT.forEach((day, name) -> add(days, year, SpecialDay.closesAt(NYSE_EARLY, day, name)));
        eves(year).forEach((day, name) -> add(days, year, SpecialDay.closesAt(NYSE_EARLY, day, name)));
        return days;
    }

    static List<SpecialDay> cmeEquity(int year) {
        List<SpecialDay> days = new ArrayList<>();
        shared(year).forEach((day, name) -> add(days, year, SpecialDay.closed(day, name)));
        daysOff(year).forEach((day, name) -> add(days, year, SpecialDay.closesAt(CME_NOON, day, name)));
        LocalDate goodFriday = Feasts.goodFriday(year);
        add(days, year, GOOD_FRIDAYS_OF_CME.contains(year) ? SpecialDay.closesAt(CME_MORNING, goodFriday, "Good Friday") : SpecialDay.closed(goodFriday, "Good Friday"));
        NYSE_CLOSED.entrySet().stream().filter(day -> day.getKey().getYear() > 2012).forEach(day -> add(days, year, SpecialDay.closesAt(CME_MOURNING, day.getKey(), day.getValue())));
        eves(year).forEach((day, name) -> add(days, year, SpecialDay.closesAt(CME_EARLY, day, name)));
        return days;
    }

    /** Banks of all the world do not trade on these two. */
    static List<SpecialDay> fx(int year) {
        return Stream.of(SpecialDay.closed(LocalDate.of(year, 1, 1), "New Year"), SpecialDay.closed(LocalDate.of(year, 12, 25), "Christmas"))
                .filter(day -> !Feasts.isWeekend(day.day())).toList();
    }

    private static Map<LocalDate, String> shared(int year) {
        return Map.of(Feasts.mondayAfterSunday(LocalDate.of(year, 1, 1)), "New Year", Feasts.nearest(LocalDate.of(year, 12, 25)), "Christmas");
    }

    /** Closed at the stock exchange, until noon for futures of it. */
    private static Map<LocalDate, String> daysOff(int year) {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        if (year >= 1998) {
            days.put(Feasts.nth(3, DayOfWeek.MONDAY, 1, year), "Martin Luther King Day");
        }
        days.put(Feasts.nth(3, DayOfWeek.MONDAY, 2, year), "Washington's Birthday");
        days.put(Feasts.lastMonday(5, year), "Memorial Day");
        if (year >= 2022) {
            days.put(Feasts.nearest(LocalDate.of(year, 6, 19)), "Juneteenth");
        }
        days.put(Feasts.nearest(LocalDate.of(year, 7, 4)), "Independence Day");
        days.put(Feasts.nth(1, DayOfWeek.MONDAY, 9, year), "Labor Day");
        days.put(thanksgiving(year), "Thanksgiving");
        return days;
    }

    private static LocalDate thanksgiving(int year) {
        return Feasts.nth(4, DayOfWeek.THURSDAY, 11, year);
    }

    /** Days that close early. */
    private static Map<LocalDate, String> eves(int year) {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        if (year >= 1995) {
            independence(year, days);
        }
        if (year >= 1993) {
            days.put(thanksgiving(year).plusDays(1), "Day after Thanksgiving");
            LocalDate eve = LocalDate.of(year, 12, 24);
            if (eve.getDayOfWeek().getValue() <= DayOfWeek.THURSDAY.getValue()) {
                days.put(eve, "Christmas Eve");
            }
        }
        return days;
    }

    /** 3 July; until 2012 the fifth, where the fourth was a Thursday. */
    private static void independence(int year, Map<LocalDate, String> days) {
        LocalDate eve = LocalDate.of(year, 7, 3);
        boolean thursday = eve.getDayOfWeek() == DayOfWeek.WEDNESDAY;
        if (thursday && year < 2013) {
            days.put(eve.plusDays(2), "Day after Independence Day");
        } else if (eve.getDayOfWeek().getValue() <= DayOfWeek.THURSDAY.getValue()) {
            days.put(eve, "Eve of Independence Day");
        }
    }

    /** The first that is said of a day holds; New Year of a Saturday and the like are no days of trading anyway. */
    private static void add(List<SpecialDay> days, int year, SpecialDay special) {
        if (special.day().getYear() == year && !Feasts.isWeekend(special.day()) && days.stream().noneMatch(one -> one.day().equals(special.day()))) {
            days.add(special);
        }
    }
}
