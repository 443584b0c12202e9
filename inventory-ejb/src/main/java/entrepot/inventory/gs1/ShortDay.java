package entrepot.inventory.gs1;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * A day of six digits, YYMMDD. Day 00 is the last of the month; the century is the one that brings the year nearest to today.
 *
 * @see "GS1 General Specifications, 7.12: determination of century in dates"
 */
final class ShortDay {

    private ShortDay() {}

    static void check(String name, String digits) {
        int day = number(digits, 4);
        try {
            // A year divisible by four in any century, so that only what is no day in either is refused.
            YearMonth month = YearMonth.of(2000 + number(digits, 0), number(digits, 2));
            if (day > month.lengthOfMonth()) {
                throw new IllegalArgumentException(name + " " + digits + " is no day: month " + month + " has " + month.lengthOfMonth());
            }
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(name + " " + digits + " is no day: it is written YYMMDD", wrong);
        }
    }

    static LocalDate read(String digits, LocalDate today) {
        YearMonth month = YearMonth.of(year(number(digits, 0), today.getYear()), number(digits, 2));
        int day = number(digits, 4);
        return day == 0 ? month.atEndOfMonth() : month.atDay(day);
    }

    /** 51 to 99 years ahead is the century before, 50 to 99 behind the century after. */
    private static int year(int ofCentury, int now) {
        int century = now / 100 * 100;
        int ahead = ofCentury - now % 100;
        return ofCentury + century + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0);
    }

    static String write(LocalDate day) {
        return String.format(Locale.ROOT, "%02d%02d%02d", day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth());
    }

    private static int number(String digits, int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }
}
