package entrepot.trading.strategy;

/** A setting of a strategy that does not go with the others. */
public final class Misfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String setting;
    private final String detail;

    /** @param detail what it must be and what it is */
    public Misfit(String setting, String detail) {
        super(setting + " " + detail);
        this.setting = setting;
        this.detail = detail;
    }

    public String setting() {
        return setting;
    }

    public String detail() {
        return detail;
    }
}
