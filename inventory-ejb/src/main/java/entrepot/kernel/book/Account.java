package entrepot.kernel.book;

import java.util.regex.Pattern;

/** An account of the chart, by its code, 1 to 16 characters, e.g. {@code 1200}. */
public record Account(String code) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.-]{1,16}");

    public Account {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("account code '" + code + "' must be 1 to 16 of A-Z, a-z, 0-9, '.' and '-'");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
