package entrepot.trading.strategy.server;

import jakarta.ejb.ApplicationException;

/** A strategy that cannot be saved so; nothing was. */
@ApplicationException(rollback = true)
public final class StrategyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    StrategyRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** {@code exists}, {@code stale} or {@code unknown-strategy}. */
    public String code() {
        return code;
    }
}
