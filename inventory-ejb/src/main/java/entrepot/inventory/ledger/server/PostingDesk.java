package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.LedgerTransaction.Signed;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.retry.Retry;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/**
 * Where everything that moves stock or money is posted. Takes a list of commands and answers each: they share one
 * database transaction, tried again when it loses a race. The transaction is the desk's own, never the caller's; what
 * must commit with a posting travels with its command.
 */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PostingDesk {

    private static final int SHORT = 200;

    @EJB
    private LedgerTransaction ledger;

    @Inject
    private PostingQueue queue;

    @Inject
    private Retry retry;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /**
     * Prepares a document and posts it. It shares its transaction with what other callers bring at the same time; alone, it
     * waits for nobody. What is long, or dated before today and may change much, has a transaction of its own, so that
     * nobody waits for it.
     */
    public <D> PostingOutcome post(D document, LocalDate day, int lines, Preparation<D> preparation) {
        if (lines > SHORT || day.isBefore(companies.company().businessDate(clock.instant()))) {
            return postPrepared(preparation.prepare(List.of(document))).get(0);
        }
        return queue.post(new PostingQueue.Asked<>(document, preparation, actor(), closes()));
    }

    public PostingOutcome post(Command command) {
        return post(List.of(command)).get(0);
    }

    /** One outcome for each command, in the same order. A refused command does not stop the others. */
    public List<PostingOutcome> post(List<Command> commands) {
        List<Signed> signed = signed(commands);
        boolean closes = closes();
        try {
            return retry.run(() -> ledger.post(signed, closes));
        } catch (EJBException | StaleCompanion failure) {
            if (commands.size() == 1) {
                throw failure;
            }
            return signed.stream().map(command -> retry.run(() -> ledger.post(List.of(command), closes)).get(0)).toList();
        }
    }

    /** One outcome for each document, in the same order; what was refused before stops no other. */
    public List<PostingOutcome> postPrepared(List<Prepared> documents) {
        List<Command> commands =
                documents.stream().filter(Prepared::accepted).map(Prepared::command).toList();
        Iterator<PostingOutcome> posted = (commands.isEmpty() ? List.<PostingOutcome>of() : post(commands)).iterator();
        return documents.stream()
                .map(document -> document.accepted() ? posted.next() : new PostingOutcome.Refused(document.refusals()))
                .toList();
    }

    /** One outcome for each document, in the same order; where one is refused, none is posted. */
    public List<PostingOutcome> postTogether(List<Prepared> documents) {
        if (!documents.stream().allMatch(Prepared::accepted)) {
            return documents.stream().map(document -> (PostingOutcome) new PostingOutcome.Refused(document.refusals())).toList();
        }
        List<Signed> signed = signed(documents.stream().map(Prepared::command).toList());
        boolean closes = closes();
        return retry.run(() -> ledger.postTogether(signed, closes));
    }

    /** What a document would do; nothing is written. */
    public Books.Attempt preview(Prepared document) {
        return document.accepted()
                ? preview(List.of(document.command())).get(0)
                : new Books.Attempt(null, document.refusals());
    }

    /** What the commands would do, one after the other; nothing is written. */
    public List<Books.Attempt> preview(List<Command> commands) {
        List<Signed> signed = signed(commands);
        boolean closes = closes();
        return retry.run(() -> ledger.preview(signed, closes));
    }

    private List<Signed> signed(List<Command> commands) {
        String actor = actor();
        return commands.stream().map(command -> new Signed(command, actor)).toList();
    }

    private boolean closes() {
        return context.isCallerInRole("accountant") || context.isCallerInRole("admin");
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
