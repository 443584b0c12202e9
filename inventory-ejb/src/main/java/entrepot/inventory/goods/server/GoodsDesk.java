package entrepot.inventory.goods.server;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.NoteRights;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.platform.company.CompanyFile;
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
    private CodeBook codes;

    @Inject
    private DocumentLots lots;

    @Inject
    private CompanyFile companies;

    @Resource
    private SessionContext context;

    /**
     * A note as asked.
     *
     * @param content   what the client sent: a second try with the same id must say the same
     * @param alongside rows that must commit with it, as the status of the order it fulfils
     */
    public record Request(GoodsNote note, String content, List<Alongside> alongside) {
        public Request(GoodsNote note, String content) {
            this(note, content, List.of());
        }
    }

    /** What the caller may post. */
    public Set<PostingKind> kinds() {
        return NoteRights.of(context::isCallerInRole);
    }

    public PostingOutcome post(Request request) {
        return post(List.of(request)).get(0);
    }

    /** One outcome for each note, in the same order; they share a transaction, and a refused one stops no other. */
    public List<PostingOutcome> post(List<Request> requests) {
        return desk.postPrepared(prepare(requests));
    }

    /** The journal a note would make, or why it would be refused. */
    public Books.Attempt preview(Request request) {
        return desk.preview(prepare(List.of(request)).get(0));
    }

    /** With every code found, to be posted with others. */
    public Prepared prepared(Request request) {
        return prepare(List.of(request)).get(0);
    }

    private List<Prepared> prepare(List<Request> requests) {
        var found = new NoteCodes(codes, lots, companies.company().currency(), requests.stream().map(Request::note).toList());
        Set<PostingKind> own = kinds();
        return requests.stream()
                .map(request -> NoteRights.deny(request.note().kind(), own)
                        ? Prepared.refused(List.of(NoteRights.refusal(request.note().kind())))
                        : found.prepare(request.note(), request.content(), request.alongside()))
                .toList();
    }
}
