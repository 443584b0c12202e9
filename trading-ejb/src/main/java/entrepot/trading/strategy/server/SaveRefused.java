package entrepot.trading.strategy.server;

import jakarta.ejb.ApplicationException;

/** What cannot be saved so; nothing was. */
@ApplicationException(rollback = true)
public final class SaveRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public SaveRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** {@code exists}, {@code stale}, {@code unknown} or {@code unknown-instrument}. */
    public String code() {
        return code;
    }
}
