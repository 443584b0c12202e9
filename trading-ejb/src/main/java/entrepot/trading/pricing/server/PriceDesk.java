package entrepot.trading.pricing.server;

import entrepot.platform.company.CompanyFile;
import entrepot.platform.retry.Retry;
import entrepot.trading.pricing.MarginSimulation;
import entrepot.trading.pricing.server.PriceRefused.Fault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;

/** Where people decide on prices. Each act is a transaction of its own, tried again when it loses a race. */
@Stateless
@RolesAllowed({"pricing", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PriceDesk {

    @EJB
    private PriceBatches batches;

    @EJB
    private PriceByHand byHand;

    @EJB
    private PriceRejection rejection;

    @Inject
    private ProposalTable proposals;

    @Inject
    private CompanyFile companies;

    @Inject
    private Retry retry;

    /** All of them or none, as one batch. @throws PriceRefused with everything that stands against any of them */
    public Once.Made approve(PriceBatches.Approval approval) {
        return retry.run(() -> batches.approve(approval));
    }

    /** Brings back the prices before a batch, except those changed since: these the new batch names. */
    public Once.Made rollBack(PriceBatches.Undo undo) {
        return retry.run(() -> batches.rollBack(undo));
    }

    public void reject(long proposal, String note) {
        retry.run(() -> {
            rejection.reject(proposal, note);
            return proposal;
        });
    }

    public void base(String sku, BigDecimal price, String reason) {
        retry.run(() -> {
            byHand.base(sku, price, reason);
            return sku;
        });
    }

    public Once.Made override(PriceByHand.NewPrice override) {
        return retry.run(() -> byHand.override(override));
    }

    /** What the proposals would do to the margin; nothing is changed. */
    @RolesAllowed({"pricing", "buyer", "accountant", "auditor", "admin"})
    public MarginSimulation.Outcome simulate(List<Long> ids, MarginSimulation.Assumption assumption) {
        List<ProposalTable.Row> rows = proposals.byId(ids);
        List<Long> found = rows.stream().map(ProposalTable.Row::id).toList();
        List<Fault> missing = ids.stream()
                .filter(id -> !found.contains(id))
                .map(id -> new Fault("/proposals/" + ids.indexOf(id), "not-found", "no price proposal " + id))
                .toList();
        if (!missing.isEmpty()) {
            throw new PriceRefused(PriceRefused.Kind.INVALID, missing);
        }
        int digits = companies.company().currency().getDefaultFractionDigits();
        return new MarginSimulation(assumption, digits).of(rows.stream()
                .map(row -> new MarginSimulation.Line(row.sku(), row.priceBefore(), row.price(), row.unitCost(), row.perDay()))
                .toList());
    }
}
