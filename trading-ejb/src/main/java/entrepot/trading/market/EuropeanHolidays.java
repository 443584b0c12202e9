package entrepot.trading.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules of London and Frankfurt, from 2000. "Bank holidays of England and Wales, Banking and Financial Dealings Act 1971 and proclamations;
 * trading calendar of Xetra; long-term calendar of TARGET closing days, ECB, 14 December 2000"
 */
final class EuropeanHolidays {

    private static final LocalTime XETRA_EARLY = LocalTime.of(14, 0);

    private static final Map<LocalDate, String> ROYAL = Map.of(
            LocalDate.of(2002, 6, 3), "Golden Jubilee", LocalDate.of(2011, 4, 29), "Royal wedding", LocalDate.of(2012, 6, 5), "Diamond Jubilee",
            LocalDate.of(2022, 6, 3), "Platinum Jubilee", LocalDate.of(2022, 9, 19), "Funeral of Queen Elizabeth II", LocalDate.of(2023, 5, 8), "Coronation");
    /** The spring bank holiday of these years. */
    private static final Map<Integer, LocalDate> SPRING = Map.of(2002, LocalDate.of(2002, 6, 4), 2012, LocalDate.of(2012, 6, 4), 2022, LocalDate.of(2022, 6, 2));

    private EuropeanHolidays() {}

    static List<SpecialDay> lme(int year) {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        days.put(substitute(newYear), "New Year");
        easter(year, days);
        days.put(year == 2020 ? LocalDate.of(2020, 5, 8) : Feasts.nth(1, DayOfWeek.MONDAY, 5, year), "Early May bank holiday");
        days.put(SPRING.getOrDefault(year, Feasts.lastMonday(5, year)), "Spring bank holiday");
        days.put(Feasts.lastMonday(8, year), "Summer bank holiday");
        ROYAL.forEach((day, name) -> {
            if (day.getYear() == year) {
                days.put(day, name);
            }
        });
        christmas(year, days);
        return days.entrySet().stream().map(day -> SpecialDay.closed(day.getKey(), day.getValue())).toList();
    }

    /** Each of the two that falls on a weekend has another day after both. */
    private static void christmas(int year, Map<LocalDate, String> days) {
        LocalDate christmas = LocalDate.of(year, 12, 25);
        switch (christmas.getDayOfWeek()) {
            case FRIDAY -> put(days, christmas, christmas.plusDays(3));
            case SATURDAY -> put(days, christmas.plusDays(2), christmas.plusDays(3));
            case SUNDAY -> put(days, christmas.plusDays(2), christmas.plusDays(1));
            default -> put(days, christmas, christmas.plusDays(1));
        }
    }

    private static void put(Map<LocalDate, String> days, LocalDate christmas, LocalDate boxing) {
        days.put(christmas, "Christmas");
        days.put(boxing, "Boxing Day");
    }

    private static LocalDate substitute(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.plusDays(2) : Feasts.mondayAfterSunday(day);
    }

    private static void easter(int year, Map<LocalDate, String> days) {
        days.put(Feasts.goodFriday(year), "Good Friday");
        days.put(Feasts.easter(year).plusDays(1), "Easter Monday");
    }

    static List<SpecialDay> target(int year) {
        return closed(continental(year));
    }

    static List<SpecialDay> xetra(int year) {
        Map<LocalDate, String> days = continental(year);
        days.put(LocalDate.of(year, 12, 24), "Christmas Eve");
        days.put(LocalDate.of(year, 12, 31), "New Year's Eve");
        boolean more = year >= 2014 && year <= 2021;
        if (more) {
            days.put(LocalDate.of(year, 10, 3), "Day of German Unity");
        }
        if (year == 2007 || more && year > 2014) {
            days.put(Feasts.easter(year).plusDays(50), "Whit Monday");
        }
        if (year == 2017) {
            days.put(LocalDate.of(2017, 10, 31), "Reformation Day");
        }
        List<SpecialDay> all = new ArrayList<>(closed(days));
        if (year >= 2010) {
            all.add(SpecialDay.closesAt(XETRA_EARLY, lastOfTheYear(year), "Last day of the year"));
        }
        return all;
    }

    private static LocalDate lastOfTheYear(int year) {
        LocalDate day = LocalDate.of(year, 12, 30);
        while (Feasts.isWeekend(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static Map<LocalDate, String> continental(int year) {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        days.put(LocalDate.of(year, 1, 1), "New Year");
        easter(year, days);
        days.put(LocalDate.of(year, 5, 1), "Labour Day");
        days.put(LocalDate.of(year, 12, 25), "Christmas");
        days.put(LocalDate.of(year, 12, 26), "Christmas Holiday");
        return days;
    }

    private static List<SpecialDay> closed(Map<LocalDate, String> days) {
        return days.entrySet().stream().filter(day -> !Feasts.isWeekend(day.getKey())).map(day -> SpecialDay.closed(day.getKey(), day.getValue())).toList();
    }
}
