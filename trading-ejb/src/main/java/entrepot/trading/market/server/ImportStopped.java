package entrepot.trading.market.server;

import jakarta.ejb.ApplicationException;

/** Somebody asked to stop, or the server does; what was begun is rolled back. */
@ApplicationException(rollback = true)
final class ImportStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportStopped() {
        super("stopped before the end", null, false, false);
    }
}
