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
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.CostTerms;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings items to another costing method. */
@Stateless
@RolesAllowed({"accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MethodDesk {

    private static final String TOLD = "INSERT INTO costing_change (posting_seq, item_id, was, becomes, was_period, period, application,"
            + " ground) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CHANGED = "UPDATE item SET costing = ?, average_period = ?, turned = turned OR ?, version = version + 1"
            + " WHERE id = ? AND costing = ? AND average_period <=> ?";
    /** Of a category whose items have all come to the period: what is new in it follows. */
    private static final String RULED = "UPDATE cost_policy r SET average_period = ?, version = version + 1 WHERE r.category_id ="
            + " COALESCE((SELECT id FROM category WHERE code = ?), 0) AND NOT EXISTS (SELECT 1 FROM item i JOIN cost_pool p ON p.item_id = i.id"
            + " AND p.ordinal > 0 WHERE i.costing = 'AVERAGE' AND i.average_period IS NULL AND (i.category_id = r.category_id OR"
            + " r.category_id = 0 AND NOT EXISTS (SELECT 1 FROM category c JOIN cost_policy o ON o.category_id = c.id"
            + " WHERE c.id = i.category_id)))";

    @EJB
    private PostingDesk desk;

    @Inject
    private CodeBook codes;

    @Inject
    private MethodTable table;

    /** @param skus or null: all items of {@code category} that moved, or of all where that is null, as far as they can be changed */
    public record Asked(CostingChange.Asked terms, String category, List<String> skus) {}

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
        List<CostingChange.Line> lines = asked.skus() != null ? table.named(asked.skus()) : table.all(asked.category(), asked.terms());
        CostingChange change = new CostingChange(head, asked.terms(), table.framework(), lines);
        List<Refusal> refusals = change.refusals();
        return refusals.isEmpty()
                ? Prepared.of(new Command(request(head, change.stock()), head.content(), companions(change, asked)))
                : Prepared.refused(refusals);
    }

    private static PostingRequest request(Amendment head, List<StockLine> stock) {
        return new PostingRequest(head.id(), PostingKind.COSTING_CHANGE, head.day(), head.at(), head.reference(), head.reason(), null, null,
                stock, List.of());
    }

    private static List<Alongside> companions(CostingChange change, Asked asked) {
        CostingChange.Asked terms = asked.terms();
        List<Alongside> companions = new ArrayList<>(List.of(
                new Alongside.Rows(TOLD, true, posted -> change.lines().stream().map(line -> told(posted.seq(), line, terms)).toList()),
                new Alongside.Rows(CHANGED, true, posted -> change.lines().stream().map(line -> changed(line, terms)).toList())));
        if (terms.period() != null && asked.skus() == null) {
            companions.add(new Alongside.Rows(RULED, false, posted -> List.of(Arrays.asList(terms.period().name(), asked.category()))));
        }
        return companions;
    }

    private static List<Object> told(long seq, CostingChange.Line line, CostingChange.Asked terms) {
        CostTerms becomes = terms.of(line.was());
        return Arrays.asList(seq, line.item().value(), line.was().flow().name(), becomes.flow().name(), line.was().period().name(),
                becomes.period().name(), terms.application().name(), name(terms.ground()));
    }

    private static List<Object> changed(CostingChange.Line line, CostingChange.Asked terms) {
        return Arrays.asList(terms.of(line.was()).flow().name(), name(terms.period() == null ? line.own() : terms.period()),
                terms.application() == Application.PROSPECTIVE, line.item().value(), line.was().flow().name(), name(line.own()));
    }

    private static String name(Enum<?> one) {
        return one == null ? null : one.name();
    }
}
