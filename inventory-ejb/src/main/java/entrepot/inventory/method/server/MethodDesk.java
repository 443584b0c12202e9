package entrepot.inventory.method.server;

import entrepot.inventory.amend.Amendment;
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
import entrepot.inventory.method.CostingChange;
import entrepot.inventory.valuation.CostFlow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Brings items to another costing method. */
@Stateless
@RolesAllowed({"accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MethodDesk {

    private static final String TOLD = "INSERT INTO costing_change (posting_seq, item_id, was, becomes) VALUES (?, ?, ?, ?)";
    private static final String CHANGED = "UPDATE item SET costing = ?, version = version + 1 WHERE id = ? AND costing = ?";

    @EJB
    private PostingDesk desk;

    @Inject
    private CodeBook codes;

    @Inject
    private MethodTable table;

    /** @param skus or null: all items of {@code category} that moved, or of all where that is null, as far as they can be changed */
    public record Asked(CostFlow costing, String category, List<String> skus) {}

    public PostingOutcome change(Amendment head, Asked asked) {
        return desk.postPrepared(List.of(prepared(head, asked))).get(0);
    }

    public Books.Attempt preview(Amendment head, Asked asked) {
        return desk.preview(prepared(head, asked));
    }

    private Prepared prepared(Amendment head, Asked asked) {
        if (codes.isPosted(head.id())) {
            return Prepared.of(new Command(request(head, List.of()), head.content(), List.of()));
        }
        if (asked.category() != null && !table.isCategory(asked.category())) {
            return Prepared.refused(List.of(Refusal.whole("unknown-category", "no category '" + asked.category() + "'")));
        }
        List<CostingChange.Line> lines = asked.skus() != null ? table.named(asked.skus()) : table.all(asked.category(), asked.costing());
        CostingChange change = new CostingChange(head, asked.costing(), table.framework(), lines);
        List<Refusal> refusals = change.refusals();
        return refusals.isEmpty()
                ? Prepared.of(new Command(request(head, change.stock()), head.content(), companions(change)))
                : Prepared.refused(refusals);
    }

    private static PostingRequest request(Amendment head, List<StockLine> stock) {
        return new PostingRequest(head.id(), PostingKind.COSTING_CHANGE, head.day(), head.at(), head.reference(), head.reason(), null, null,
                stock, List.of());
    }

    private static List<Alongside> companions(CostingChange change) {
        String becomes = change.costing().name();
        return List.of(
                new Alongside.Rows(TOLD, true, posted -> change.lines().stream()
                        .map(line -> List.<Object>of(posted.seq(), line.item().value(), line.was().name(), becomes)).toList()),
                new Alongside.Rows(CHANGED, true, posted -> change.lines().stream()
                        .map(line -> List.<Object>of(becomes, line.item().value(), line.was().name())).toList()));
    }
}
