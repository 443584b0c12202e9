package entrepot.inventory.valuation;

/** A history that cannot be: goods leave that are not there, or come back that never left. Names the step. */
public final class Unvaluable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final String code;

    Unvaluable(Step step, String code, String what) {
        super(what);
        this.step = step;
        this.code = code;
    }

    public Step step() {
        return step;
    }

    /** Stable, kebab-case, e.g. {@code out-of-stock}. */
    public String code() {
        return code;
    }
}
