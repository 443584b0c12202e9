package entrepot.inventory.invoice.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused;
import java.util.List;

/** What was asked of a supplier invoice cannot be; nothing was changed. */
public final class InvoiceRefused extends DocumentRefused {
    private static final long serialVersionUID = 1L;

    private InvoiceRefused(Why why, List<Refusal> refusals) {
        super(why, refusals);
    }

    static InvoiceRefused of(Why why, String code, String detail) {
        return new InvoiceRefused(why, List.of(Refusal.whole(code, detail)));
    }

    static void ifAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new InvoiceRefused(Why.ASKED, refusals);
        }
    }
}
