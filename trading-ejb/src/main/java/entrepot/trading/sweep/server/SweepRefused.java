package entrepot.trading.sweep.server;

import jakarta.ejb.ApplicationException;

/** A sweep that cannot be asked for, stopped or gone on with so; nothing was done. */
@ApplicationException(rollback = true)
public final class SweepRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String pointer;

    SweepRefused(String code, String detail) {
        this(code, null, detail);
    }

    SweepRefused(String code, String pointer, String detail) {
        super(detail);
        this.code = code;
        this.pointer = pointer;
    }

    /** To the field that is wrong, or null. */
    public String pointer() {
        return pointer;
    }

    /** {@code unknown-instrument}, {@code unknown-other}, {@code other-currency}, {@code no-minutes} and so on, {@code idempotency-clash} or {@code job-state}. */
    public String code() {
        return code;
    }
}
