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
import entrepot.inventory.method.ScopeChange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Changes what is valued together of items. */
@Stateless
@RolesAllowed({"accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScopeDesk {

    private static final String TOLD = "INSERT INTO scope_change (posting_seq, item_id, was, becomes, ground, application)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String COMPARED = "INSERT INTO scope_comparative (posting_seq, item_id, month, amount) VALUES (?, ?, ?, ?)";
    private static final String CHANGED = "UPDATE item SET scope = ?, version = version + 1 WHERE id = ? AND scope <=> ?";
    /** Of a category whose items have all come to it: what is new in it follows. */
    private static final String RULED = "UPDATE cost_policy r SET scope = ?, version = version + 1 WHERE r.category_id ="
            + " COALESCE((SELECT id FROM category WHERE code = ?), 0) AND NOT EXISTS (SELECT 1 FROM item i JOIN cost_pool p ON p.item_id = i.id"
            + " AND p.ordinal > 0 WHERE i.scope IS NULL AND (i.category_id = r.category_id OR r.category_id = 0 AND NOT EXISTS (SELECT 1"
            + " FROM category c JOIN cost_policy o ON o.category_id = c.id WHERE c.id = i.category_id)))";

    @EJB
    private PostingDesk desk;

    @Inject
    private CodeBook codes;

    @Inject
    private ScopeTable table;

    @Inject
    private MethodTable methods;

    /** @param skus or null: all items of {@code category} that moved, or of all where that is null, that are valued otherwise */
    public record Asked(ScopeChange.Asked terms, String category, List<String> skus) {}

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
        if (asked.category() != null && !methods.isCategory(asked.category())) {
            return Prepared.refused(List.of(Refusal.whole("unknown-category", "no category '" + asked.category() + "'")));
        }
        List<ScopeChange.Line> lines = asked.skus() != null ? table.named(asked.skus()) : table.all(asked.category(), asked.terms().scope());
        ScopeChange change = new ScopeChange(head, asked.terms(), methods.framework(), lines);
        List<Refusal> refusals = change.refusals();
        return refusals.isEmpty()
                ? Prepared.of(new Command(request(head, change.stock()), head.content(), companions(change, asked)))
                : Prepared.refused(refusals);
    }

    private static PostingRequest request(Amendment head, List<StockLine> stock) {
        return new PostingRequest(head.id(), PostingKind.SCOPE_CHANGE, head.day(), head.at(), head.reference(), head.reason(), null, null,
                stock, List.of());
    }

    private static List<Alongside> companions(ScopeChange change, Asked asked) {
        String scope = change.asked().scope().name();
        List<Alongside> companions = new ArrayList<>(List.of(
                new Alongside.Rows(TOLD, true, posted -> change.lines().stream().map(line -> told(posted.seq(), line, change.asked())).toList()),
                new Alongside.Rows(COMPARED, true, posted -> posted.comparatives().stream().map(one -> List.<Object>of(posted.seq(),
                        one.item().value(), one.month().atDay(1), one.change().minor())).toList()),
                new Alongside.Rows(CHANGED, true, posted -> change.lines().stream().map(line -> Arrays.<Object>asList(scope, line.item().value(),
                        line.own() == null ? null : line.own().name())).toList())));
        if (asked.skus() == null) {
            companions.add(new Alongside.Rows(RULED, false, posted -> List.of(Arrays.asList(scope, asked.category()))));
        }
        return companions;
    }

    private static List<Object> told(long seq, ScopeChange.Line line, ScopeChange.Asked asked) {
        return Arrays.asList(seq, line.item().value(), line.was().name(), asked.scope().name(),
                asked.ground() == null ? null : asked.ground().name(), asked.application().name());
    }
}
