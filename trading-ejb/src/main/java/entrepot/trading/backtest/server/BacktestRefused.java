package entrepot.trading.backtest.server;

import jakarta.ejb.ApplicationException;

/** A backtest that cannot be asked for so; nothing was queued. */
@ApplicationException(rollback = true)
public final class BacktestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String pointer;

    BacktestRefused(String code, String detail) {
        this(code, null, detail);
    }

    BacktestRefused(String code, String pointer, String detail) {
        super(detail);
        this.code = code;
        this.pointer = pointer;
    }

    /** To the field that is wrong, or null. */
    public String pointer() {
        return pointer;
    }

    /** {@code unknown-instrument}, {@code unknown-other}, {@code other-currency}, {@code no-minutes} and so on, or {@code idempotency-clash}. */
    public String code() {
        return code;
    }
}
