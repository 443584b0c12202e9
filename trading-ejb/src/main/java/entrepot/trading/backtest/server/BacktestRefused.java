package entrepot.trading.backtest.server;

import jakarta.ejb.ApplicationException;

/** A backtest that cannot be asked for so; nothing was queued. */
@ApplicationException(rollback = true)
public final class BacktestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    BacktestRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** {@code unknown-instrument}, {@code unknown-other}, {@code other-currency} or {@code idempotency-clash}. */
    public String code() {
        return code;
    }
}
