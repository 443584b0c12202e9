package entrepot.trading.basket.server;

import jakarta.ejb.ApplicationException;

/** A portfolio backtest that cannot be asked for so; nothing was queued. */
@ApplicationException(rollback = true)
public final class BasketRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    BasketRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** {@code unknown-instrument}, {@code other-currency} or {@code idempotency-clash}. */
    public String code() {
        return code;
    }
}
