package entrepot.trading.sweep.server;

import jakarta.ejb.ApplicationException;

/** A sweep that cannot be asked for, stopped or gone on with so; nothing was done. */
@ApplicationException(rollback = true)
public final class SweepRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    SweepRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** {@code unknown-instrument}, {@code unknown-other}, {@code other-currency}, {@code idempotency-clash} or {@code job-state}. */
    public String code() {
        return code;
    }
}
