package entrepot.web.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;

/** Filters as an address gives them: what is empty or cannot be meant is no filter. */
public final class Asked {

    private Asked() {}

    public static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    public static LocalDate day(String given) {
        try {
            return text(given) == null ? null : LocalDate.parse(text(given));
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    public static LocalDate day(String given, LocalDate otherwise) {
        LocalDate day = day(given);
        return day == null ? otherwise : day;
    }

    public static <E extends Enum<E>> E oneOf(String given, Class<E> type) {
        for (E choice : type.getEnumConstants()) {
            if (text(given) != null && choice.name().equals(text(given).toUpperCase(Locale.ROOT))) {
                return choice;
            }
        }
        return null;
    }

    public static UUID id(String given) {
        try {
            return text(given) == null ? null : UUID.fromString(text(given));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** Where a part begins, as {@code date~number}; null where the address was tampered with. */
    static String dated(String after) {
        return after != null && after.matches("\\d{4}-\\d{2}-\\d{2}~\\d{1,18}") && day(after.substring(0, 10)) != null ? after : null;
    }

    /** A number of days, up to ten years. */
    public static Integer days(String given) {
        String days = text(given);
        return days != null && days.matches("\\d{1,4}") && Integer.parseInt(days) <= 3660 ? Integer.valueOf(days) : null;
    }

    /** Where a part of the lots begins. */
    static String lot(String after) {
        return after != null && after.matches("\\d{4}-\\d{2}-\\d{2}(~\\d{1,18}){3}") && day(after.substring(0, 10)) != null ? after : null;
    }

    /** The row number a list went on from; {@code otherwise} where none was given, or what is none. */
    static long key(String after, long otherwise) {
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : otherwise;
    }
}
