package entrepot.inventory.invoice.server;

import entrepot.inventory.invoice.Finding;
import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.invoice.SupplierInvoice;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.retry.Retry;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Enters what suppliers want. What matches is posted at once; what does not waits until somebody else approves it. Invoices
 * of one supplier come one after the other: who was overtaken looks again at what the other left.
 */
@Stateless
@RolesAllowed({"buyer", "accountant", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvoiceDesk {

    private static final int TRIES = 5;

    @EJB
    private PostingDesk desk;

    @EJB
    private InvoiceTransaction transaction;

    @Inject
    private Matching matching;

    @Inject
    private InvoiceTable invoices;

    @Inject
    private Idempotency idempotency;

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Retry retry;

    @Resource
    private SessionContext context;

    /** @param findings why it is held; of a preview, why it would be */
    public record Looked(Books.Attempt attempt, List<Finding> findings) {}

    /**
     * Posts it or holds it.
     *
     * @param content what the client sent: a second try with the same id must say the same
     * @return whether it was entered now; false where the same request entered it before
     * @throws InvoiceRefused where it cannot be entered
     */
    public boolean enter(SupplierInvoice invoice, String content) {
        return inTurn(() -> {
            if (isEntered(invoice.id(), content)) {
                return Optional.of(false);
            }
            InvoiceTable.Supplier supplier = supplier(invoice);
            Matching.Matched matched = matching.match(invoice, supplier);
            var entered = new InvoiceRows.Entered(supplier.id(), supplier.mark(), ids.next(), caller(), invoices.now());
            if (matched.match().findings().isEmpty()) {
                post(prepare(invoice.id(), matched, null, content, InvoiceRows.entered(invoice, matched.booking(), entered)));
            } else {
                return retry.run(() -> transaction.hold(matched, entered, content)) ? Optional.of(true) : Optional.empty();
            }
            return Optional.of(true);
        });
    }

    /** What entering it would post, or why it would be held. */
    public Looked preview(SupplierInvoice invoice) {
        Matching.Matched matched = matching.match(invoice, supplier(invoice));
        return new Looked(desk.preview(prepare(invoice.id(), matched, null, "", List.of())), matched.match().findings());
    }

    /** What approving it would post. */
    @RolesAllowed({"accountant", "admin"})
    public Looked preview(UUID id) {
        Matching.Matched matched = matching.match(held(id).invoice(), supplier(held(id).invoice().supplier()));
        return new Looked(desk.preview(prepare(UUID.randomUUID(), matched, null, "", List.of())), matched.match().findings());
    }

    /**
     * Posts what was held. Not by who entered it.
     *
     * @param posting chosen by the client before its first try
     * @param reason  why it is right all the same
     */
    @RolesAllowed({"accountant", "admin"})
    public void approve(UUID id, UUID posting, String reason) {
        String content = "APPROVE-INVOICE " + id + ' ' + reason;
        inTurn(() -> {
            if (isEntered(posting, content)) {
                return Optional.of(false);
            }
            InvoiceTable.Stored stored = held(id);
            if (stored.madeBy().equals(caller())) {
                throw InvoiceRefused.of(Why.FORBIDDEN, "own-invoice", "you entered it: somebody else approves it");
            }
            InvoiceTable.Supplier supplier = supplier(stored.invoice().supplier());
            Matching.Matched matched = matching.match(stored.invoice(), supplier);
            if (!stored.findings().containsAll(matched.match().findings())) {
                retry.run(() -> transaction.holdAgain(id, matched.match().findings()));
                throw InvoiceRefused.of(Why.STALE, "stale", "what stands against it changed since it was entered: look again and repeat");
            }
            var approved = new InvoiceRows.Entered(supplier.id(), supplier.mark(), 0, caller(), invoices.now());
            post(prepare(posting, matched, reason, content, InvoiceRows.approved(matched.booking(), approved, reason)));
            return Optional.of(true);
        });
    }

    /** It is not paid; its number is free again. By who entered it, or by who could approve it. */
    public void reject(UUID id, String reason) {
        InvoiceTable.Stored stored = held(id);
        boolean decides = context.isCallerInRole("accountant") || context.isCallerInRole("admin");
        if (!decides && !stored.madeBy().equals(caller())) {
            throw InvoiceRefused.of(Why.FORBIDDEN, "forbidden", "an invoice is taken back by who entered it, or by an accountant");
        }
        retry.run(() -> transaction.reject(id, reason, caller()));
    }

    /** @param act answers nothing where it was overtaken, or throws */
    private static boolean inTurn(Supplier<Optional<Boolean>> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<Boolean> done = act.get();
                if (done.isPresent()) {
                    return done.get();
                }
            } catch (StaleCompanion overtaken) {
                if (attempt == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private boolean isEntered(UUID key, String content) {
        return database.jdbi().withHandle(handle -> idempotency.earlier(handle, key))
                .map(claim -> {
                    if (!claim.covers(content)) {
                        throw InvoiceRefused.of(Why.ASKED, "idempotency-clash",
                                "the key " + key + " was used before for another request; a new request needs a new key");
                    }
                    return true;
                })
                .orElse(false);
    }

    private InvoiceTable.Supplier supplier(SupplierInvoice invoice) {
        InvoiceTable.Supplier supplier = supplier(invoice.supplier());
        invoices.twin(supplier.id(), invoice.number()).ifPresent(twin -> {
            throw InvoiceRefused.of(Why.STATE, "duplicate-number", invoice.number() + " of " + supplier.code() + " was entered before, dated "
                    + twin.invoiceDate() + ", by " + twin.madeBy() + ": " + twin.id());
        });
        return supplier;
    }

    private InvoiceTable.Supplier supplier(String code) {
        return invoices.supplier(code).orElseThrow(() -> InvoiceRefused.of(Why.ASKED, "unknown-supplier", "no supplier '" + code + "'"));
    }

    private InvoiceTable.Stored held(UUID id) {
        InvoiceTable.Stored stored = invoices.find(id)
                .orElseThrow(() -> InvoiceRefused.of(Why.MISSING, "not-found", "no supplier invoice " + id));
        if (stored.status() != InvoiceStatus.HELD) {
            throw InvoiceRefused.of(Why.STATE, "invoice-state", stored.invoice().number() + " is " + stored.status() + ": nothing is to be decided");
        }
        return stored;
    }

    private Prepared prepare(UUID posting, Matching.Matched matched, String reason, String content, List<Alongside> alongside) {
        SupplierInvoice invoice = matched.booking().invoice();
        var request = matched.booking().request(posting, matched.day(), invoices.now().toInstant(ZoneOffset.UTC), reason,
                "supplier-invoice:" + invoice.id());
        return Prepared.of(new Command(request, content, alongside));
    }

    private void post(Prepared prepared) {
        PostingOutcome outcome = desk.postPrepared(List.of(prepared)).get(0);
        if (outcome instanceof PostingOutcome.Refused refused) {
            InvoiceRefused.ifAny(refused.refusals().stream().map(InvoiceDesk::ofDocument).toList());
        }
    }

    /** Its line would be one of the posting's. */
    private static Refusal ofDocument(Refusal refusal) {
        return Refusal.whole(refusal.code(), refusal.detail());
    }

    private String caller() {
        return context.getCallerPrincipal().getName();
    }
}
