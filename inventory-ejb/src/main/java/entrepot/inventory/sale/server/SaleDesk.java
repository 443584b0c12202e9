package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Stock;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Posts sales and customer returns. */
@Stateless
@RolesAllowed({"cashier", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SaleDesk {

    @EJB
    private PostingDesk desk;

    @Inject
    private SalePreparation preparation;

    @Inject
    private ConsignedSales consigned;

    @Resource
    private SessionContext context;

    /**
     * A sale as asked.
     *
     * @param content what the client sent: a second try with the same id must say the same
     * @param prices  of units by SKU, by which the price of a kit is spread over its parts; asked only where there is one
     */
    public record Request(Sale sale, String content, Function<List<String>, Map<String, BigDecimal>> prices) {

        public Request(Sale sale, String content) {
            this(sale, content, skus -> Map.of());
        }
    }

    public PostingOutcome post(Request request) {
        return ofDocument(request, desk.post(asked(request), request.sale().businessDate(), request.sale().lines().size(), preparation));
    }

    /**
     * One outcome for each sale, in the same order; a refused one stops no other. They share a transaction, but for those at a
     * place where goods of a supplier may be taken: each of these finds what the one before left.
     */
    public List<PostingOutcome> post(List<Request> requests) {
        List<Prepared> prepared = preparation.prepare(requests.stream().map(this::asked).toList());
        Set<Stock.Place> theirs = consigned.places(prepared);
        List<PostingOutcome> outcomes = new ArrayList<>();
        for (int first = 0; first < requests.size(); first = outcomes.size()) {
            int end = first;
            while (end < requests.size() && !ConsignedSales.mayTake(prepared.get(end), theirs)) {
                end++;
            }
            outcomes.addAll(end == first ? List.of(post(requests.get(first))) : together(requests.subList(first, end), prepared.subList(first, end)));
        }
        return outcomes;
    }

    private List<PostingOutcome> together(List<Request> requests, List<Prepared> prepared) {
        List<PostingOutcome> outcomes = desk.postPrepared(prepared);
        return IntStream.range(0, outcomes.size()).mapToObj(number -> ofDocument(requests.get(number), outcomes.get(number))).toList();
    }

    /** Goods of suppliers may help where it was refused; else a refusal stands at the line of the document that it is about. */
    private PostingOutcome ofDocument(Request request, PostingOutcome posted) {
        PostingOutcome outcome = posted instanceof PostingOutcome.Refused refused && ConsignedSales.mayHelp(refused.refusals())
                ? consigned.instead(refused, prepared(request)) : posted;
        return outcome instanceof PostingOutcome.Refused still
                ? new PostingOutcome.Refused(preparation.kits(request).ofDocument(still.refusals())) : outcome;
    }

    /** The journal a sale would make, or why it would be refused. */
    public Books.Attempt preview(Request request) {
        Prepared prepared = prepared(request);
        Books.Attempt alone = desk.preview(prepared);
        Books.Attempt attempt = !alone.accepted() && ConsignedSales.mayHelp(alone.refusals()) ? consigned.instead(alone, prepared) : alone;
        return attempt.accepted() ? attempt : new Books.Attempt(null, preparation.kits(request).ofDocument(attempt.refusals()));
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
