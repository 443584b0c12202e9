package entrepot.web.api;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Receipt;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.inventory.purchasing.server.DropShipDesk;
import entrepot.inventory.purchasing.server.NewReceipt;
import entrepot.inventory.purchasing.server.ReceivingDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes in what came for an order, and what a supplier shipped to the customer of one. */
@ApplicationScoped
public class OrderReceiptIntake {

    private static final Set<String> OF_THE_ORDER = Set.of("over-receipt", "more-than-delivered", "nothing-came", "no-place",
            "unknown-order-line", "unknown-place", "reason-missing", "wrong-currency", "rate-missing", "rate-unused");

    @EJB
    private ReceivingDesk receiving;

    @EJB
    private DropShipDesk dropShip;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    /** @param receipt of the order; @param sale to its customer */
    public record Delivered(PostingAnswer receipt, PostingAnswer sale) {}

    /** Likewise, before it is posted. */
    public record Delivery(Previews.Preview receipt, Previews.Preview sale) {}

    /** @throws ApiProblem with everything that stands against it */
    public Previews.Preview preview(String key, UUID order, OrderReceiptBody body) {
        NewReceipt receipt = read(Proposed.orAny(key), order, body);
        return previews.of(accepted(busy(() -> receiving.preview(receipt))));
    }

    /** @throws ApiProblem with everything that stands against it */
    public Receipt book(String key, UUID order, OrderReceiptBody body) {
        return Postings.receipt(receive(key, order, body));
    }

    /** @throws ApiProblem with everything that stands against it */
    public Delivery previewDelivery(String key, UUID order, OrderReceiptBody body) {
        NewReceipt shipped = read(Proposed.orAny(key), order, body);
        List<Books.Attempt> attempts = busy(() -> dropShip.preview(shipped));
        attempts.forEach(OrderReceiptIntake::accepted);
        return new Delivery(previews.of(attempts.get(0)), previews.of(attempts.get(1)));
    }

    /** @return of the receipt, and of the sale. @throws ApiProblem with everything that stands against it */
    public List<Receipt> bookDelivery(String key, UUID order, OrderReceiptBody body) {
        return deliver(key, order, body).stream().map(Postings::receipt).toList();
    }

    Response answer(String key, UUID order, OrderReceiptBody body) {
        return Postings.answer(receive(key, order, body), "movements");
    }

    Response answerDelivery(String key, UUID order, OrderReceiptBody body) {
        List<PostingOutcome> outcomes = deliver(key, order, body);
        var answer = new Delivered(PostingAnswer.of(Postings.receipt(outcomes.get(0)), "movements"),
                PostingAnswer.of(Postings.receipt(outcomes.get(1)), "sales"));
        return Response.status(outcomes.get(0) instanceof PostingOutcome.Accepted ? 201 : 200).entity(answer).build();
    }

    private PostingOutcome receive(String key, UUID order, OrderReceiptBody body) {
        NewReceipt receipt = read(key, order, body);
        PostingOutcome outcome = busy(() -> receiving.receive(receipt, DocumentFields.content("RECEIPT " + order, body)));
        refuse(outcome);
        return outcome;
    }

    private List<PostingOutcome> deliver(String key, UUID order, OrderReceiptBody body) {
        NewReceipt shipped = read(key, order, body);
        List<PostingOutcome> outcomes = busy(() -> dropShip.deliver(shipped, DocumentFields.content("DELIVERY " + order, body)));
        outcomes.forEach(OrderReceiptIntake::refuse);
        return outcomes;
    }

    private NewReceipt read(String key, UUID order, OrderReceiptBody body) {
        Fields fields = new Fields();
        UUID posting = fields.uuid("#Idempotency-Key", key);
        NewReceipt receipt = DocumentFields.body(body).read(fields, posting, order, documents);
        fields.check();
        return receipt;
    }

    private static <T> T busy(Supplier<T> act) {
        try {
            return act.get();
        } catch (StaleCompanion busy) {
            throw ApiProblem.of(409, "order-busy", "others keep receiving for this order: repeat in a moment");
        }
    }

    private static Books.Attempt accepted(Books.Attempt attempt) {
        if (!attempt.refusals().isEmpty()) {
            throw problem(attempt.refusals());
        }
        return attempt;
    }

    /** Of two that belong together the one that is not to blame says nothing. */
    private static void refuse(PostingOutcome outcome) {
        if (outcome instanceof PostingOutcome.Refused refused && !refused.refusals().isEmpty()) {
            throw problem(refused.refusals());
        }
    }

    private static ApiProblem problem(List<Refusal> refusals) {
        Refusal first = refusals.get(0);
        if (first.code().equals("unknown-order")) {
            return ApiProblem.of(404, "not-found", first.detail());
        }
        if (first.code().equals("order-state")) {
            return Purchases.problem(409, refusals, "/lines");
        }
        return OF_THE_ORDER.contains(first.code()) ? Purchases.problem(422, refusals, "/lines") : Refusals.problem(refusals);
    }
}
