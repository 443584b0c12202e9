package entrepot.trading.screen.server;

import jakarta.ejb.ApplicationException;

/** A run that cannot be asked for so; nothing was done. */
@ApplicationException(rollback = true)
public final class ScreenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    ScreenRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** {@code unknown-screen} or {@code idempotency-clash}. */
    public String code() {
        return code;
    }
}
