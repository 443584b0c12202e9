package entrepot.kernel.book;

/** An account of the chart, by its code, 1 to 16 characters, e.g. {@code 1200}. */
public record Account(String code) {

    public Account {
        if (!code.matches("[A-Za-z0-9.-]{1,16}")) {
            throw new IllegalArgumentException("account code '" + code + "' must be 1 to 16 of A-Z, a-z, 0-9, '.' and '-'");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
