package entrepot.inventory.goods.server;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.NoteRights;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.PostingDesk;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Posts notes of goods moved; each role its kinds. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GoodsDesk {

    @EJB
    private PostingDesk desk;

    @Inject
    private NotePreparation preparation;

    @Resource
    private SessionContext context;

    /**
     * A note as asked.
     *
     * @param content   what the client sent: a second try with the same id must say the same
     * @param alongside rows that must commit with it, as the status of the order it fulfils
     * @param sure      whether goods that came before a count were there when it was counted; else that is asked
     */
    public record Request(GoodsNote note, String content, List<Alongside> alongside, boolean sure) {
        public Request(GoodsNote note, String content, List<Alongside> alongside) {
            this(note, content, alongside, true);
        }

        public Request(GoodsNote note, String content) {
            this(note, content, List.of());
        }
    }

    /** What the caller may post. */
    public Set<PostingKind> kinds() {
        return NoteRights.of(context::isCallerInRole);
    }

    public PostingOutcome post(Request request) {
        return desk.post(asked(request), request.note().businessDate(), request.note().lines().size(), preparation);
    }

    /** One outcome for each note, in the same order; they share a transaction, and a refused one stops no other. */
    public List<PostingOutcome> post(List<Request> requests) {
        return desk.postPrepared(preparation.prepare(requests.stream().map(this::asked).toList()));
    }

    /** The journal a note would make, or why it would be refused. */
    public Books.Attempt preview(Request request) {
        return desk.preview(preparation.prepare(List.of(asked(request))).get(0));
    }

    /** With every code found, to be posted with others. */
    public Prepared prepared(Request request) {
        return preparation.prepare(List.of(asked(request))).get(0);
    }

    private NotePreparation.Asked asked(Request request) {
        return new NotePreparation.Asked(request, !NoteRights.deny(request.note().kind(), kinds()));
    }
}
