package entrepot.inventory.amend.server;

import entrepot.inventory.amend.AmendedLine;
import entrepot.inventory.amend.Amendment;
import entrepot.inventory.amend.Correction;
import entrepot.inventory.amend.InvoicePrice;
import entrepot.inventory.amend.LandedCost;
import entrepot.inventory.exchange.server.ForeignRows;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.PostingDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Posts what is learnt later of goods that came or went, and shows before what it will change. */
@Stateless
@RolesAllowed({"buyer", "accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AmendmentDesk {

    private static final String STOREKEEPER = "storekeeper";

    @EJB
    private PostingDesk desk;

    @Inject
    private AmendedLines lines;

    @Inject
    private CodeBook codes;

    /** The lines of a posting as they stand, for a form. */
    @RolesAllowed({STOREKEEPER, "buyer", "accountant", "admin", "system"})
    public List<AmendedLine> lines(UUID posting) {
        return lines.of(List.of(posting));
    }

    public PostingOutcome post(LandedCost cost) {
        return desk.postPrepared(List.of(prepare(cost))).get(0);
    }

    public Books.Attempt preview(LandedCost cost) {
        return desk.preview(prepare(cost));
    }

    public PostingOutcome post(InvoicePrice price) {
        return desk.postPrepared(List.of(prepare(price))).get(0);
    }

    public Books.Attempt preview(InvoicePrice price) {
        return desk.preview(prepare(price));
    }

    @RolesAllowed({STOREKEEPER, "accountant", "admin", "system"})
    public PostingOutcome post(Correction correction) {
        return desk.postPrepared(List.of(prepare(correction))).get(0);
    }

    @RolesAllowed({STOREKEEPER, "accountant", "admin", "system"})
    public Books.Attempt preview(Correction correction) {
        return desk.preview(prepare(correction));
    }

    private Prepared prepare(LandedCost cost) {
        List<Alongside> foreign = cost.foreign() == null ? List.of() : ForeignRows.of(List.of(cost.foreign()));
        return prepare(cost.head(), PostingKind.CHARGE, cost.receipts(), cost::refusals, cost::stock, Map.of(), foreign);
    }

    private Prepared prepare(InvoicePrice price) {
        return prepare(price.head(), PostingKind.PRICE, List.of(price.receipt()), price::refusals, price::stock, Map.of(), List.of());
    }

    private Prepared prepare(Correction correction) {
        return prepare(correction.head(), PostingKind.CORRECTION, List.of(correction.posting()), correction::refusals,
                correction::stock, correction.pieces(), List.of());
    }

    private Prepared prepare(
            Amendment head, PostingKind kind, Collection<UUID> postings, Function<List<AmendedLine>, List<Refusal>> refusals,
            Function<List<AmendedLine>, List<StockLine>> stock, Map<Integer, Long> pieces, List<Alongside> alongside) {
        if (codes.isPosted(head.id())) {
            return Prepared.of(command(head, kind, List.of(), Map.of(), List.of())); // a second try, which the ledger answers as the first
        }
        List<AmendedLine> of = lines.of(postings);
        List<Refusal> refused = refusals.apply(of);
        return refused.isEmpty() ? Prepared.of(command(head, kind, stock.apply(of), pieces, alongside)) : Prepared.refused(refused);
    }

    private static Command command(
            Amendment head, PostingKind kind, List<StockLine> stock, Map<Integer, Long> pieces, List<Alongside> alongside) {
        var request = new PostingRequest(
                head.id(), kind, head.day(), head.at(), head.reference(), head.reason(), null, null, stock, List.of(), Map.of(),
                pieces);
        return new Command(request, head.content(), alongside);
    }
}
