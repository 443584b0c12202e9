package entrepot.inventory.purchasing.server;

import entrepot.inventory.catalogue.PlaceStatus;
import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.RateBook;
import entrepot.inventory.exchange.server.RateTable;
import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.server.GoodsDesk;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.ReturnCost;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.inventory.place.server.PlaceBook;
import entrepot.inventory.purchasing.Arrival;
import entrepot.inventory.purchasing.OrderLine;
import entrepot.inventory.purchasing.OrderState;
import entrepot.inventory.purchasing.Tolerance;
import entrepot.inventory.replenishment.server.PolicyBook;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Receives goods against an order: the posting, the order's state and what came of its lines commit together. Two
 * receipts at once: the second looks again at what the first left.
 */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceivingDesk {

    private static final int TRIES = 5;

    @EJB
    private GoodsDesk goods;

    @EJB
    private PostingDesk desk;

    @Inject
    private OrderTable orders;

    @Inject
    private OrderCodes codes;

    @Inject
    private PlaceBook places;

    @Inject
    private PolicyBook policies;

    @Inject
    private RateTable rates;

    @Inject
    private CompanyFile companies;

    @Inject
    private Idempotency idempotency;

    @Inject
    private Database database;

    /** @param content what the client sent: a second try with the same id must say the same */
    public PostingOutcome receive(NewReceipt receipt, String content) {
        return again(() -> {
            Prepared prepared = prepared(receipt, content, false);
            PostingOutcome outcome = desk.postPrepared(List.of(prepared)).get(0);
            return prepared.accepted() && outcome instanceof PostingOutcome.Refused refused
                    ? new PostingOutcome.Refused(receipt.ofLines(refused.refusals())) : outcome;
        });
    }

    /** What the books would say of it; nothing is written. */
    public Books.Attempt preview(NewReceipt receipt) {
        return again(() -> {
            Prepared prepared = prepared(receipt, "", false);
            Books.Attempt attempt = desk.preview(prepared);
            return prepared.accepted() ? new Books.Attempt(attempt.posted(), receipt.ofLines(attempt.refusals())) : attempt;
        });
    }

    /** Looks again at the order where others received something of it meanwhile. */
    static <T> T again(Supplier<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return act.get();
            } catch (StaleCompanion stale) {
                if (attempt == TRIES) {
                    throw stale;
                }
            }
        }
    }

    /** @param shipped to the customer of the order, and nowhere else */
    public Prepared prepared(NewReceipt receipt, String content, boolean shipped) {
        OrderTable.Stored order = orders.find(receipt.order()).orElse(null);
        if (order == null) {
            return refused(Refusal.whole("unknown-order", "no purchase order " + receipt.order()));
        }
        List<Refusal> unknown = unknownLines(receipt, order);
        if (!unknown.isEmpty()) {
            return Prepared.refused(unknown);
        }
        if (shipped != (order.customer() != null)) {
            return refused(Refusal.whole("order-state", order.customer() == null ? order.number() + " comes to " + order.locationCode()
                    : order.number() + " is shipped to " + order.customer() + ": enter what was delivered there"));
        }
        Optional<Refusal> elsewhere = elsewhere(receipt, order);
        if (elsewhere.isPresent()) {
            return refused(elsewhere.get());
        }
        List<Refusal> wrong = wrongNotes(receipt, order);
        if (!wrong.isEmpty()) {
            return Prepared.refused(wrong);
        }
        if (isPosted(receipt)) {
            return prepare(receipt, order, Exchange.none(companies.company().currency()), content, List.of());
        }
        if (!(order.state() instanceof OrderState.Open open)) {
            return refused(Refusal.whole("order-state", order.number() + " is " + order.state().status() + ": nothing of it can come"));
        }
        List<Arrival> arrivals = receipt.parts().stream().map(part -> new Arrival(part.line(), part.quantity())).toList();
        List<Refusal> refusals = open.refusals(arrivals, new Tolerance(policies.policy().overReceipt()));
        if (!refusals.isEmpty()) {
            return Prepared.refused(refusals.stream()
                    .map(refusal -> new Refusal(receipt.parts().get(refusal.line()).asked(), refusal.code(), refusal.detail())).toList());
        }
        Currency currency = currency(order);
        if (receipt.currency() != null && !receipt.currency().equals(currency.getCurrencyCode())) {
            return refused(Refusal.whole("wrong-currency", order.number() + " is in " + currency.getCurrencyCode()));
        }
        if (receipt.rate() != null && order.currency() == null) {
            return refused(Refusal.whole("rate-unused", order.number() + " is in the currency of the book: it has no rate"));
        }
        Optional<Exchange> exchange = receipt.rate() == null ? rates.book(List.of(currency)).on(currency, receipt.businessDate())
                : Optional.of(new Exchange(currency, companies.company().currency(), receipt.rate()));
        return exchange.map(found -> prepare(receipt, order, found, content, ReceiptRows.of(order, arrivals, open.receive(arrivals), receipt)))
                .orElseGet(() -> refused(Refusal.whole("rate-missing", RateBook.missing(currency, receipt.businessDate()))));
    }

    private Currency currency(OrderTable.Stored order) {
        return order.currency() == null ? companies.company().currency() : Currency.getInstance(order.currency());
    }

    private static List<Refusal> unknownLines(NewReceipt receipt, OrderTable.Stored order) {
        int lines = order.state().lines().size();
        return IntStream.range(0, receipt.lines().size())
                .filter(place -> receipt.lines().get(place).line() < 0 || receipt.lines().get(place).line() >= lines)
                .mapToObj(place -> new Refusal(place, "unknown-order-line",
                        order.number() + " has lines 0 to " + (lines - 1) + ", not " + receipt.lines().get(place).line()))
                .toList();
    }

    /** Goods are put at the order's own site; where something is wrong with them, somebody says what. */
    private Optional<Refusal> elsewhere(NewReceipt receipt, OrderTable.Stored order) {
        if (receipt.place() == null) {
            return Optional.empty();
        }
        Optional<PlaceStatus> status = places.statusAt(order.locationCode(), receipt.place());
        if (status.isEmpty()) {
            return Optional.of(Refusal.whole("unknown-place", receipt.place() + " is no place of the site of " + order.number()));
        }
        boolean unsaid = receipt.reason() == null && (status.get() == PlaceStatus.DAMAGED || status.get() == PlaceStatus.QUARANTINE);
        return unsaid ? Optional.of(Refusal.whole("reason-missing", "say why it is put at " + receipt.place())) : Optional.empty();
    }

    /** What a delivery note says must cover what came of it, and what is damaged needs its own place. */
    private List<Refusal> wrongNotes(NewReceipt receipt, OrderTable.Stored order) {
        List<Refusal> wrong = new ArrayList<>();
        for (int number = 0; number < receipt.lines().size(); number++) {
            NewReceipt.Noted noted = receipt.lines().get(number).noted();
            Quantity came = receipt.lines().get(number).quantity();
            if (noted != null && came.plus(noted.damaged()).compareTo(noted.delivered()) > 0) {
                wrong.add(new Refusal(number, "more-than-delivered", came.plus(noted.damaged()) + " came of " + noted.delivered()
                        + " on the delivery note", "delivered"));
            }
            if (noted != null && noted.damaged().isPositive() && noted.reason() == null) {
                wrong.add(new Refusal(number, "reason-missing", "say what is damaged", "reason"));
            }
        }
        if (wrong.isEmpty() && receipt.parts().isEmpty()) {
            wrong.add(Refusal.whole("nothing-came", "nothing is accepted: there is nothing to receive"));
        }
        if (receipt.parts().stream().anyMatch(NewReceipt.Part::damaged) && damagedPlace(order).isEmpty()) {
            wrong.add(Refusal.whole("no-place", "the site of " + order.number() + " has no place for damaged goods"));
        }
        return wrong;
    }

    private Optional<String> damagedPlace(OrderTable.Stored order) {
        return places.forStatus(order.locationCode(), PlaceStatus.DAMAGED)
                .or(() -> places.forStatus(order.locationCode(), PlaceStatus.QUARANTINE));
    }

    private boolean isPosted(NewReceipt receipt) {
        return database.jdbi().withHandle(handle -> idempotency.earlier(handle, receipt.id())).isPresent();
    }

    private Prepared prepare(
            NewReceipt receipt, OrderTable.Stored order, Exchange exchange, String content, List<Alongside> alongside) {
        Prepared prepared = goods.prepared(
                new GoodsDesk.Request(note(receipt, order, exchange), content, alongside, receipt.wasCounted()));
        return prepared.accepted() ? prepared : Prepared.refused(receipt.ofLines(prepared.refusals()));
    }

    private GoodsNote note(NewReceipt receipt, OrderTable.Stored order, Exchange exchange) {
        Map<Long, String> skus = codes.skus(order.items());
        String reference = receipt.reference() == null ? order.number() : receipt.reference();
        return new GoodsNote(receipt.id(), PostingKind.RECEIPT,
                receipt.place() == null ? order.locationCode() : receipt.place(), null, receipt.businessDate(), receipt.at(),
                reference, receipt.reason(), "purchase-order:" + order.id(), ReturnCost.ORIGINAL,
                receipt.parts().stream().map(part -> line(part, order, skus)).toList(), exchange.isForeign() ? exchange : null);
    }

    private GoodsNote.Line line(NewReceipt.Part asked, OrderTable.Stored order, Map<Long, String> skus) {
        OrderLine line = order.state().lines().get(asked.line());
        return new GoodsNote.Line(skus.get(line.item().value()), asked.quantity(),
                asked.unitCost() == null ? line.unitCost() : asked.unitCost(), null, null, 0, asked.lots(),
                asked.damaged() ? damagedPlace(order).orElseThrow() : null, asked.pieces());
    }

    private static Prepared refused(Refusal refusal) {
        return Prepared.refused(List.of(refusal));
    }
}
