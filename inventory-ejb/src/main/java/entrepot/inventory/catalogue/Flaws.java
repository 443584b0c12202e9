package entrepot.inventory.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Notes all that is wrong with a record. A field that is wrong reads as null. */
public final class Flaws {

    private static final String CODE = "[A-Z0-9][A-Z0-9._-]*";
    private static final String NUMBER = "-?[0-9]{1,12}(\\.[0-9]{1,30})?";

    private final List<Flaw> found = new ArrayList<>();

    public List<Flaw> found() {
        return List.copyOf(found);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** @return null, so that a reader can note and give up in one breath */
    public <T> T add(String field, String code, String detail) {
        found.add(new Flaw(field, code, detail));
        return null;
    }

    public String code(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            return add(field, "missing", "is required");
        }
        if (value.length() > most || !value.matches(CODE)) {
            return add(field, "characters", quoted(value) + " must be 1 to " + most + " of A-Z, 0-9, '.', '_' and '-'");
        }
        return value;
    }

    /** Stripped; letters of any script, no control, direction or half characters. */
    public String name(String field, String value, int most) {
        return value == null || value.isBlank() ? add(field, "missing", "is required") : text(field, value, most);
    }

    public String text(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > most) {
            return add(field, "length", "must have " + most + " characters at most, has " + text.length());
        }
        if (text.codePoints().anyMatch(Flaws::isUnprintable)) {
            return add(field, "characters", "must not hold control, direction or half characters");
        }
        return text;
    }

    public String email(String field, String value) {
        String text = text(field, value, 254);
        return text == null || text.matches("[^@\\s]+@[^@\\s]+") ? text : add(field, "email", quoted(text) + " is no e-mail address");
    }

    /** Plain digits, 12 before the point at most; from {@code least} on. */
    public BigDecimal decimal(String field, String value, int places, BigDecimal least) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.matches(NUMBER)) {
            return add(field, "not-a-number", quoted(value) + " must be a decimal number such as 12.5");
        }
        BigDecimal number = new BigDecimal(value);
        if (number.stripTrailingZeros().scale() > places) {
            return add(field, "decimals", value + " has more than " + places + " decimals");
        }
        if (number.compareTo(least) < 0) {
            return add(field, "range", value + " must not be below " + least.toPlainString());
        }
        return number;
    }

    public <E extends Enum<E>> E oneOf(String field, String value, Class<E> type) {
        return oneOf(field, value, EnumSet.allOf(type));
    }

    public <E extends Enum<E>> E oneOf(String field, String value, Set<E> offered) {
        if (value == null || value.isBlank()) {
            return add(field, "missing", "is required");
        }
        return offered.stream()
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseGet(() -> add(field, "unknown-value",
                        quoted(value) + " must be one of " + offered));
    }

    static String quoted(String value) {
        return "'" + (value.length() > 40 ? value.substring(0, 40) + "…" : value).replaceAll("\\p{Cntrl}", "?") + "'";
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
