package entrepot.inventory.purchasing.server;

import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.kernel.Quantity;
import entrepot.platform.retry.Retry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where a buyer decides: each act is one transaction, tried again when it lost a race. */
@Stateless
@RolesAllowed({"buyer", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PurchaseDesk {

    @EJB
    private ProposalTransaction proposals;

    @EJB
    private OrderTransaction orders;

    @Inject
    private Retry retry;

    // Proposals

    /** Writes another quantity into a proposal. @param version as last seen */
    public PurchaseOutcome edit(long proposal, int version, Quantity quantity) {
        return retry.run(() -> proposals.edit(proposal, version, quantity));
    }

    /** Nothing is proposed in their place for some days. */
    public PurchaseOutcome dismiss(List<Long> ids, String why) {
        return retry.run(() -> proposals.dismiss(ids, why));
    }

    /**
     * Makes one order for each supplier and location of the proposals.
     *
     * @param content what the client sent: a second try with the same key must say the same
     * @param send    the orders are sent today; else they are drafts
     */
    public PurchaseOutcome confirm(UUID key, String content, List<Long> ids, boolean send) {
        return retry.run(() -> proposals.confirm(key, content, ids, send));
    }

    // Orders

    public PurchaseOutcome create(NewOrder order, String content) {
        return retry.run(() -> orders.create(order, content));
    }

    /** Other lines, day and note for a draft. @param version as last seen */
    public PurchaseOutcome change(UUID order, int version, LocalDate expectedOn, String note, List<NewOrder.Line> lines) {
        return retry.run(() -> orders.change(order, version, expectedOn, note, lines));
    }

    /** Sends a draft. @param on the day, or null: today */
    public PurchaseOutcome order(UUID order, int version, LocalDate on) {
        return retry.run(() -> orders.order(order, version, on));
    }

    /** Ends a draft, or what has not come yet of an order that was sent. */
    public PurchaseOutcome cancel(UUID order, int version) {
        return retry.run(() -> orders.cancel(order, version));
    }
}
