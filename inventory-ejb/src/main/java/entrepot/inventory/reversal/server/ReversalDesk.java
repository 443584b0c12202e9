package entrepot.inventory.reversal.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Undoes postings of any kind, each once. */
@Stateless
@RolesAllowed({"storekeeper", "accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReversalDesk {

    @EJB
    private PostingDesk desk;

    @Inject
    private Originals originals;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /**
     * @param id           of the reversal, chosen before the first try
     * @param posting      what is to be undone
     * @param businessDate null: today, or the latest day on which something it touches moved, whichever is later
     * @param reference    or null
     * @param reason       or null
     * @param source       what makes it, as an import batch that is taken back; or null
     */
    public record Request(UUID id, UUID posting, LocalDate businessDate, String reference, String reason, String source) {

        /** What a second try must say again. */
        String content() {
            return "REVERSE " + posting + ' ' + businessDate + ' ' + reference + ' ' + reason + ' ' + source;
        }
    }

    public PostingOutcome reverse(Request request) {
        return reverse(List.of(request)).get(0);
    }

    /**
     * One outcome for each request, in the same order; they share a transaction, so keep to some hundreds a call. They are
     * undone in the order given: of postings that build on one another the newest comes first.
     */
    public List<PostingOutcome> reverse(List<Request> requests) {
        return desk.postPrepared(prepare(requests));
    }

    /** The journal a reversal would make, or why it would be refused. */
    public Books.Attempt preview(Request request) {
        return desk.preview(prepare(List.of(request)).get(0));
    }

    private boolean isOnlyStorekeeper() {
        return !context.isCallerInRole("accountant") && !context.isCallerInRole("admin") && !context.isCallerInRole("system");
    }

    private List<Prepared> prepare(List<Request> requests) {
        Instant now = clock.instant();
        return originals.prepare(requests, now, companies.company().businessDate(now), !isOnlyStorekeeper());
    }
}
