package entrepot.inventory.ledger.server;

import jakarta.ejb.ApplicationException;

/** Rows that had to change with a posting were changed by somebody else meanwhile; nothing was posted. */
@ApplicationException(rollback = true)
public final class StaleCompanion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleCompanion(String sql) {
        super("somebody changed what this posting builds on; look again and repeat: " + sql);
    }
}
