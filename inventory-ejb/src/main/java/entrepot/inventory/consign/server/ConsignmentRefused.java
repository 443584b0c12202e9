package entrepot.inventory.consign.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused;
import java.util.List;

/** What was asked of goods of a supplier cannot be; nothing was changed. */
public final class ConsignmentRefused extends DocumentRefused {
    private static final long serialVersionUID = 1L;

    private ConsignmentRefused(Why why, List<Refusal> refusals) {
        super(why, refusals);
    }

    static void ifAny(Why why, List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new ConsignmentRefused(why, refusals);
        }
    }
}
