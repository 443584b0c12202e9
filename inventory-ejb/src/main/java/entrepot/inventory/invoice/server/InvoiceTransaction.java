package entrepot.inventory.invoice.server;

import entrepot.inventory.invoice.Finding;
import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What is done to an invoice without posting it, one act a transaction. */
@Stateless
@RolesAllowed({"buyer", "accountant", "admin"})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InvoiceTransaction {

    @Inject
    private Database database;

    @Inject
    private Idempotency idempotency;

    @Inject
    private InvoiceTable invoices;

    /** @return false where another invoice of the supplier was faster; nothing is written then */
    public boolean hold(Matching.Matched matched, InvoiceRows.Entered entered, String content) {
        UUID id = matched.booking().invoice().id();
        return database.jdbi().withHandle(handle -> {
            if (handle.execute(InvoiceRows.MARK, entered.supplier(), entered.mark()) != 1) {
                return false;
            }
            Batch.execute(handle, InvoiceRows.HEAD, Stream.<Object[]>of(
                    InvoiceRows.head(matched.booking().invoice(), matched.booking(), entered, InvoiceStatus.HELD, null).toArray()));
            Batch.execute(handle, InvoiceRows.LINE, InvoiceRows.lines(matched.booking().invoice()).stream().map(List::toArray));
            write(handle, id, matched.match().findings());
            idempotency.claim(handle, List.of(new Idempotency.Claim(id, Fingerprint.of(content), null, "{}")));
            return true;
        });
    }

    /** What stands against it is something else now. */
    public UUID holdAgain(UUID id, List<Finding> findings) {
        return database.jdbi().withHandle(handle -> {
            handle.execute("DELETE FROM supplier_invoice_finding WHERE invoice_id = ?", id);
            write(handle, id, findings);
            return id;
        });
    }

    private static void write(Handle handle, UUID id, List<Finding> findings) {
        Batch.execute(handle, "INSERT INTO supplier_invoice_finding (invoice_id, place, line_no, code, detail) VALUES (?, ?, ?, ?, ?)",
                IntStream.range(0, findings.size()).mapToObj(place -> new Object[] {
                    id, place, findings.get(place).line(), findings.get(place).code().name(), findings.get(place).detail()
                }));
    }

    public UUID reject(UUID id, String reason, String by) {
        int changed = database.jdbi().withHandle(handle -> handle.execute("UPDATE supplier_invoice SET status = 'REJECTED', decided_by = ?,"
                + " decided_at = ?, decision_reason = ? WHERE id = ? AND status = 'HELD'", by, invoices.now(), reason, id));
        if (changed != 1) {
            throw InvoiceRefused.of(InvoiceRefused.Why.STATE, "invoice-state", "it was decided meanwhile");
        }
        return id;
    }
}
