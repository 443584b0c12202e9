package entrepot.inventory.closing.server;

import entrepot.inventory.closing.Closed;
import jakarta.ejb.ApplicationException;

/** A month that cannot be closed, or opened again; nothing has changed. */
@ApplicationException(rollback = true)
public class PeriodRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    PeriodRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    static PeriodRefused of(Closed.Refused refused) {
        return new PeriodRefused(refused.code(), refused.getMessage());
    }

    public String code() {
        return code;
    }
}
