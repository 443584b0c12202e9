package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.sale.ResolvedSale;
import entrepot.inventory.sale.Sale;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Posts sales and customer returns. */
@Stateless
@RolesAllowed({"cashier", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SaleDesk {

    @EJB
    private PostingDesk desk;

    @Inject
    private CodeBook codes;

    @Inject
    private CompanyFile companies;

    /**
     * A sale as asked.
     *
     * @param content what the client sent: a second try with the same id must say the same
     */
    public record Request(Sale sale, String content) {}

    public PostingOutcome post(Request request) {
        return post(List.of(request)).get(0);
    }

    /** One outcome for each sale, in the same order; they share a transaction, and a refused one stops no other. */
    public List<PostingOutcome> post(List<Request> requests) {
        List<PostingOutcome> outcomes = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        resolve(requests, outcomes, commands);
        List<PostingOutcome> posted = commands.isEmpty() ? List.of() : desk.post(commands);
        int next = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == null) {
                outcomes.set(i, posted.get(next++));
            }
        }
        return outcomes;
    }

    /** The journal a sale would make, or why it would be refused. */
    public Books.Attempt preview(Request request) {
        List<PostingOutcome> outcomes = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        resolve(List.of(request), outcomes, commands);
        if (outcomes.get(0) instanceof PostingOutcome.Refused refused) {
            return new Books.Attempt(null, refused.refusals());
        }
        return desk.preview(commands).get(0);
    }

    /** Fills {@code outcomes} with a refusal, or null where the sale is among the commands. */
    private void resolve(List<Request> requests, List<PostingOutcome> outcomes, List<Command> commands) {
        var found = new SaleCodes(codes, companies.company().currency(), requests.stream().map(Request::sale).toList());
        for (Request request : requests) {
            List<Refusal> refusals = new ArrayList<>();
            ResolvedSale sale = found.resolve(request.sale(), refusals);
            if (refusals.isEmpty()) {
                commands.add(sale.command(request.content()));
                outcomes.add(null);
            } else {
                outcomes.add(new PostingOutcome.Refused(refusals));
            }
        }
    }
}
