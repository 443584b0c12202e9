package entrepot.inventory.assembly.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused;
import java.util.List;

/** What was asked of a bill cannot be; nothing was changed. */
public final class BillRefused extends DocumentRefused {
    private static final long serialVersionUID = 1L;

    private BillRefused(Why why, List<Refusal> refusals) {
        super(why, refusals);
    }

    static BillRefused of(Why why, String code, String detail) {
        return new BillRefused(why, List.of(Refusal.whole(code, detail)));
    }

    static void ifAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new BillRefused(Why.ASKED, refusals);
        }
    }
}
