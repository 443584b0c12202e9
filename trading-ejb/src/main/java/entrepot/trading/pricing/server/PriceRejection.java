package entrepot.trading.pricing.server;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Turns a proposal down. */
@Stateless
@RolesAllowed({"pricing", "admin"})
public class PriceRejection {

    @Inject
    private PriceTable prices;

    @Inject
    private ProposalTable proposals;

    @Resource
    private SessionContext context;

    public void reject(long id, String note) {
        prices.lock(List.of(found(id).item()));
        ProposalTable.Row row = found(id);
        if (row.status() != ProposalTable.Status.OPEN) {
            throw PriceRefused.of(PriceRefused.Kind.CONFLICT, "not-open", "", "the proposal is " + row.status() + " already");
        }
        proposals.close(id, ProposalTable.Status.REJECTED, context.getCallerPrincipal().getName(), null, note);
    }

    private ProposalTable.Row found(long id) {
        return proposals.byId(List.of(id)).stream().findFirst().orElseThrow(() ->
                PriceRefused.of(PriceRefused.Kind.MISSING, "not-found", "", "no price proposal " + id));
    }
}
