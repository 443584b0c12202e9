package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.sale.Sale;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Posts sales and customer returns. */
@Stateless
@RolesAllowed({"cashier", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SaleDesk {

    @EJB
    private PostingDesk desk;

    @Inject
    private SalePreparation preparation;

    @Resource
    private SessionContext context;

    /**
     * A sale as asked.
     *
     * @param content what the client sent: a second try with the same id must say the same
     */
    public record Request(Sale sale, String content) {}

    public PostingOutcome post(Request request) {
        return desk.post(asked(request), request.sale().businessDate(), request.sale().lines().size(), preparation);
    }

    /** One outcome for each sale, in the same order; they share a transaction, and a refused one stops no other. */
    public List<PostingOutcome> post(List<Request> requests) {
        return desk.postPrepared(preparation.prepare(requests.stream().map(this::asked).toList()));
    }

    /** The journal a sale would make, or why it would be refused. */
    public Books.Attempt preview(Request request) {
        return desk.preview(preparation.prepare(List.of(asked(request))).get(0));
    }

    /** With every code found, to be posted with others. */
    @RolesAllowed({"cashier", "storekeeper", "buyer", "admin", "system"})
    public Prepared prepared(Request request) {
        return preparation.prepare(List.of(asked(request))).get(0);
    }

    private SalePreparation.Asked asked(Request request) {
        return new SalePreparation.Asked(request, context.isCallerInRole("admin") || context.isCallerInRole("system"));
    }
}
