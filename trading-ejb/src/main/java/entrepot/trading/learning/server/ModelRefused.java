package entrepot.trading.learning.server;

import jakarta.ejb.ApplicationException;

/** A decision about a model that cannot be made; nothing was. */
@ApplicationException(rollback = true)
public final class ModelRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    ModelRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** {@code own-model} or {@code wrong-state}. */
    public String code() {
        return code;
    }
}
