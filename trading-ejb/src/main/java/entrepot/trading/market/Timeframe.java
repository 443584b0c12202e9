package entrepot.trading.market;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much time a bar covers. Minutes divide a day and are counted from midnight; days are counted from 1 January 1970, weeks from a Monday, months from
 * January, so that the same moment is in the same bar wherever a series begins.
 *
 * @param count of the unit; minutes less than a day, days up to 366, weeks up to 52, months that divide a year, or whole years up to 10
 */
public record Timeframe(Unit unit, int count) implements Every {

    /** What is counted. */
    public enum Unit { MINUTES, DAYS, WEEKS, MONTHS }

    public static final Timeframe DAY = new Timeframe(Unit.DAYS, 1);
    private static final Pattern TEXT = Pattern.compile(
            "PT(?:(?<hours>[0-9]{1,4})H)?(?:(?<minutes>[0-9]{1,4})M)?|P(?<days>[0-9]{1,4})D|P(?<weeks>[0-9]{1,4})W|P(?:(?<years>[0-9]{1,4})Y)?(?:(?<months>[0-9]{1,4})M)?");
    private static final int MINUTES_A_DAY = 1440;
    private static final int A_YEAR = 12;
    private static final int A_WEEK = 7;
    /** 1 January 1970 was a Thursday. */
    private static final int AFTER_MONDAY = 3;

    public Timeframe {
        boolean possible = count > 0 && switch (unit) {
            case MINUTES -> count < MINUTES_A_DAY && MINUTES_A_DAY % count == 0;
            case DAYS -> count <= 366;
            case WEEKS -> count <= 52;
            case MONTHS -> A_YEAR % count == 0 || count % A_YEAR == 0 && count <= 10 * A_YEAR;
        };
        if (!possible) {
            throw new IllegalArgumentException("must be one of " + POSSIBLE + "; not " + count + " " + unit);
        }
    }

    /** @param text as ISO 8601 has it: {@code PT5M}, {@code PT1H}, {@code P1D}, {@code P1W}, {@code P1M}, {@code P1Y} */
    public static Timeframe of(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("must be one of " + POSSIBLE);
        }
        if (text.startsWith("PT")) {
            return new Timeframe(Unit.MINUTES, 60 * number(found, "hours") + number(found, "minutes"));
        }
        if (found.group("days") != null) {
            return new Timeframe(Unit.DAYS, number(found, "days"));
        }
        return found.group("weeks") != null ? new Timeframe(Unit.WEEKS, number(found, "weeks"))
                : new Timeframe(Unit.MONTHS, A_YEAR * number(found, "years") + number(found, "months"));
    }

    private static int number(Matcher found, String group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }

    @Override
    public boolean isOfDays() {
        return unit != Unit.MINUTES;
    }

    @Override
    public int longestDays() {
        return switch (unit) {
            case MINUTES -> 1;
            case DAYS -> count;
            case WEEKS -> A_WEEK * count;
            case MONTHS -> 31 * count;
        };
    }

    /** Of days and longer: the last day of the bar that a day is in, both in days of the epoch. */
    long lastDay(long day) {
        return switch (unit) {
            case MINUTES -> throw new IllegalStateException(this + " is shorter than a day");
            case DAYS -> (Math.floorDiv(day, count) + 1) * count - 1;
            case WEEKS -> (Math.floorDiv(day + AFTER_MONDAY, A_WEEK * count) + 1) * A_WEEK * count - 1 - AFTER_MONDAY;
            case MONTHS -> lastOfMonths(LocalDate.ofEpochDay(day));
        };
    }

    private long lastOfMonths(LocalDate day) {
        int next = (Math.floorDiv(day.getYear() * A_YEAR + day.getMonthValue() - 1, count) + 1) * count;
        return LocalDate.of(Math.floorDiv(next, A_YEAR), Math.floorMod(next, A_YEAR) + 1, 1).toEpochDay() - 1;
    }

    @Override
    public String toString() {
        return switch (unit) {
            case MINUTES -> count % 60 == 0 ? "PT" + count / 60 + "H" : "PT" + count + "M";
            case DAYS -> "P" + count + "D";
            case WEEKS -> "P" + count + "W";
            case MONTHS -> count % A_YEAR == 0 ? "P" + count / A_YEAR + "Y" : "P" + count + "M";
        };
    }
}
