package entrepot.web.api;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.web.api.ApiProblem.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads the fields of a request and notes everything that is wrong with them; {@link #check} then tells all of it. A
 * field that is missing or wrong reads as null, so go on only after the check. Names without {@code IfGiven} are required.
 */
public final class Fields {

    /** Digits before the point, so that no quantity or amount can overflow a ledger's long. */
    private static final int WHOLE_DIGITS = 12;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private final List<FieldError> errors = new ArrayList<>();

    public void refuse(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }

    /** @throws ApiProblem 422 with everything noted so far, if anything was */
    public void check() {
        if (!errors.isEmpty()) {
            throw ApiProblem.fields(errors);
        }
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public <T> T required(String pointer, T value) {
        if (value == null) {
            refuse(pointer, "missing", "is required");
        }
        return value;
    }

    /** Trimmed, 1 to {@code most} characters, none of them a control character. */
    public String text(String pointer, String value, int most) {
        return required(pointer, value) == null ? null : textIfGiven(pointer, value, most);
    }

    public String textIfGiven(String pointer, String value, int most) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (text.isEmpty() || text.length() > most) {
            return wrong(pointer, "length", "must have 1 to " + most + " characters, has " + text.length());
        }
        if (text.codePoints().anyMatch(Fields::isUnprintable)) {
            return wrong(pointer, "characters", "must not hold control, direction or half characters");
        }
        return text;
    }

    private static boolean isUnprintable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** Six decimals at most; the sign is the caller's to check. */
    public Quantity quantity(String pointer, String value) {
        BigDecimal units = decimal(pointer, value, 6);
        return units == null ? null : Quantity.of(units);
    }

    /** Above zero, six decimals at most. */
    public Quantity positiveQuantity(String pointer, String value) {
        Quantity quantity = quantity(pointer, value);
        if (quantity != null && !quantity.isPositive()) {
            return wrong(pointer, "not-positive", "must be above 0, is " + quantity);
        }
        return quantity;
    }

    public Money money(String pointer, String value, Currency currency) {
        return required(pointer, value) == null ? null : moneyIfGiven(pointer, value, currency);
    }

    public Money moneyIfGiven(String pointer, String value, Currency currency) {
        BigDecimal amount = decimalIfGiven(pointer, value, currency.getDefaultFractionDigits());
        return amount == null ? null : Money.of(amount, currency);
    }

    public BigDecimal decimal(String pointer, String value, int places) {
        return required(pointer, value) == null ? null : decimalIfGiven(pointer, value, places);
    }

    /** Plain digits with at most {@code places} decimals and {@value #WHOLE_DIGITS} digits before them. */
    public BigDecimal decimalIfGiven(String pointer, String value, int places) {
        if (value == null) {
            return null;
        }
        if (!DECIMAL.matcher(value).matches()) {
            return wrong(pointer, "not-a-number", "must be a decimal number such as 12.5, is " + quoted(value));
        }
        BigDecimal number = new BigDecimal(value);
        if (number.stripTrailingZeros().scale() > places) {
            return wrong(pointer, "decimals", "may have " + places + " decimals at most, is " + quoted(value));
        }
        if (number.precision() - number.scale() > WHOLE_DIGITS) {
            return wrong(pointer, "too-large", "may have " + WHOLE_DIGITS + " digits before the point, is " + quoted(value));
        }
        return number;
    }

    public LocalDate dateIfGiven(String pointer, String value) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException notADate) {
            return wrong(pointer, "not-a-date", "must be a date such as 2026-03-31, is " + quoted(value));
        }
    }

    public Instant momentIfGiven(String pointer, String value) {
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException notATime) {
            return wrong(pointer, "not-a-time", "must be a time such as 2026-03-31T14:05:00Z, is " + quoted(value));
        }
    }

    public UUID uuid(String pointer, String value) {
        return required(pointer, value) == null ? null : uuidIfGiven(pointer, value);
    }

    public UUID uuidIfGiven(String pointer, String value) {
        if (value == null) {
            return null;
        }
        if (!UUID_TEXT.matcher(value).matches()) {
            return wrong(pointer, "not-a-uuid", "must be a UUID such as 0190b5a4-7e10-7cc0-8000-2f4d1c8e5a31, is " + quoted(value));
        }
        return UUID.fromString(value);
    }

    public <E extends Enum<E>> E oneOf(String pointer, String value, Class<E> type) {
        return required(pointer, value) == null ? null : oneOfIfGiven(pointer, value, type, null);
    }

    public <E extends Enum<E>> E oneOfIfGiven(String pointer, String value, Class<E> type, E otherwise) {
        if (value == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseGet(() -> wrong(pointer, "unknown-value",
                        "must be one of " + Arrays.toString(type.getEnumConstants()) + ", is " + quoted(value)));
    }

    /** @param limit as asked, or null: {@value Page#LIMIT} */
    public int limit(Integer limit) {
        int rows = limit == null ? Page.LIMIT : limit;
        if (rows < 1 || rows > Page.MOST) {
            refuse("?limit", "range", "must be 1 to " + Page.MOST + ", is " + rows);
        }
        return rows;
    }

    /** The number that an earlier page gave as 'next', of so many digits at most. @param otherwise where none was given */
    public long key(String after, int digits, long otherwise) {
        if (after == null || after.matches("[0-9]{1," + digits + "}")) {
            return after == null ? otherwise : Long.parseLong(after);
        }
        refuse("?after", "not-a-key", "must be what an earlier page gave as 'next'");
        return otherwise;
    }

    private <T> T wrong(String pointer, String code, String detail) {
        refuse(pointer, code, detail);
        return null;
    }

    private static String quoted(String value) {
        String start = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return "'" + start.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
