package entrepot.inventory.purchasing;

import entrepot.inventory.ledger.Refusal;
import java.util.List;
import java.util.UUID;

/** How an act of a buyer ended. */
public sealed interface PurchaseOutcome {

    /**
     * @param orders that were made or changed
     * @param again  the same request was done before; nothing was done now
     */
    record Done(List<UUID> orders, boolean again) implements PurchaseOutcome {
        public Done {
            orders = List.copyOf(orders);
        }
    }

    record Refused(Why why, List<Refusal> refusals) implements PurchaseOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    enum Why {
        /** It is not there. */
        MISSING,
        /** Somebody changed it since the buyer read it. */
        STALE,
        /** Its state does not allow it. */
        STATE,
        /** What was asked for is wrong. */
        ASKED,
        /** The key stands for another request. */
        CLASH
    }

    static PurchaseOutcome done(UUID order) {
        return new Done(List.of(order), false);
    }

    static PurchaseOutcome refused(Why why, String code, String detail) {
        return new Refused(why, List.of(Refusal.whole(code, detail)));
    }
}
