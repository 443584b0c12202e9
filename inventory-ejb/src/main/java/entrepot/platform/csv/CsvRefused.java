package entrepot.platform.csv;

/** A file that cannot be read at all. */
public final class CsvRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable, kebab-case, e.g. {@code encoding} */
    public CsvRefused(String code, String reason) {
        super(reason);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
