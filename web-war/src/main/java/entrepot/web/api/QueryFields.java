package entrepot.web.api;

import java.time.LocalDate;
import java.util.UUID;
import java.util.Locale;
import java.util.regex.Pattern;

/** The query parameters of a report: what is wrong with them is told together, as with the fields of a body. */
final class QueryFields {

    /** A place in a list ordered by day and numbers. */
    static final Pattern DATED = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}~[0-9]{1,18}");
    static final Pattern DATED_LINE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}~[0-9]{1,18}~[0-9]{1,9}");
    /** A place in the list of lots by expiry. */
    static final Pattern LOT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(~[0-9]{1,18}){3}");
    /** A place in a list ordered by SKU, location and lot. */
    static final Pattern LOTS = Pattern.compile("[^~]{1,32}~[^~]{1,32}(~.{1,20})?");
    /** A place in a list ordered by SKU and location. */
    static final Pattern STOCK = Pattern.compile("[^~]{1,32}~.{1,32}");

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Fields fields = new Fields();

    LocalDate day(String name, String value) {
        LocalDate day = fields.dateIfGiven("?" + name, blankAsNull(value));
        if (day != null && (day.getYear() < 1 || day.isAfter(LAST))) {
            fields.refuse("?" + name, "out-of-range", "must have a year from 0001 to 9999");
        }
        return day;
    }

    LocalDate day(String name, String value, LocalDate otherwise) {
        LocalDate day = day(name, value);
        return day == null ? otherwise : day;
    }

    String text(String name, String value) {
        return fields.textIfGiven("?" + name, blankAsNull(value), 100);
    }

    /** A number of days, up to ten years. */
    Integer days(String name, String value) {
        String days = text(name, value);
        if (days != null && (!days.matches("[0-9]{1,4}") || Integer.parseInt(days) > 3660)) {
            fields.refuse("?" + name, "days", "must be a number of days from 0 to 3660");
            return null;
        }
        return days == null ? null : Integer.valueOf(days);
    }

    UUID uuid(String name, String value) {
        return fields.uuidIfGiven("?" + name, blankAsNull(value));
    }

    <E extends Enum<E>> E oneOf(String name, String value, Class<E> type, E otherwise) {
        return fields.oneOfIfGiven("?" + name, blankAsNull(value), type, otherwise);
    }

    <E extends Enum<E>> E oneOfInAnyCase(String name, String value, Class<E> type, E otherwise) {
        return oneOf(name, value == null ? null : value.toUpperCase(Locale.ROOT), type, otherwise);
    }

    /** A place in the list, as an answer before gave it. */
    String after(String value, Pattern form) {
        String after = text("after", value);
        if (after != null && !form.matcher(after).matches()) {
            fields.refuse("?after", "cursor", "must be the 'next' of the answer before");
        } else if (after != null && (form == DATED || form == DATED_LINE || form == LOT)) {
            fields.dateIfGiven("?after", after.substring(0, 10));
        }
        return after;
    }

    int limit(Integer limit) {
        return fields.limit(limit);
    }

    void refuse(String name, String code, String detail) {
        fields.refuse("?" + name, code, detail);
    }

    void check() {
        fields.check();
    }

    private static String blankAsNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
