package entrepot.web.api;

import entrepot.inventory.invoice.Finding;
import entrepot.inventory.invoice.SupplierInvoice;
import entrepot.inventory.invoice.server.InvoiceDesk;
import entrepot.inventory.invoice.server.InvoiceRefused;
import entrepot.inventory.ledger.server.StaleCompanion;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes supplier invoices in, or shows what they would post and what stands against them. */
@ApplicationScoped
public class SupplierInvoiceIntake {

    @EJB
    private InvoiceDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    /** @param findings why it would be held, so that another person approves it */
    public record Looked(boolean held, List<Finding> findings, Previews.Preview preview) {}

    /** @return whether it was entered now. @throws ApiProblem with everything that stands against it */
    public boolean enter(String key, SupplierInvoiceBody body) {
        SupplierInvoice invoice = read(key, body);
        return answered(invoice, () -> desk.enter(invoice, DocumentFields.content("SUPPLIER-INVOICE", body)));
    }

    /** @throws ApiProblem with everything that stands against it */
    public Looked preview(String key, SupplierInvoiceBody body) {
        SupplierInvoice invoice = read(key == null ? UUID.randomUUID().toString() : key, body);
        return looked(answered(invoice, () -> desk.preview(invoice)));
    }

    /** @throws ApiProblem with everything that stands against it */
    public Looked preview(UUID held) {
        return looked(answered(null, () -> desk.preview(held)));
    }

    /** @throws ApiProblem with everything that stands against it */
    public void approve(UUID held, String key, String reason) {
        Fields fields = new Fields();
        UUID posting = fields.uuid("#Idempotency-Key", key);
        String why = fields.text("/reason", reason, 200);
        fields.check();
        answered(null, () -> {
            desk.approve(held, posting, why);
            return held;
        });
    }

    /** @throws ApiProblem with everything that stands against it */
    public void reject(UUID held, String reason) {
        Fields fields = new Fields();
        String why = fields.text("/reason", reason, 200);
        fields.check();
        answered(null, () -> {
            desk.reject(held, why);
            return held;
        });
    }

    private SupplierInvoice read(String key, SupplierInvoiceBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        SupplierInvoice invoice = DocumentFields.body(body).read(fields, id, documents);
        fields.check();
        return invoice;
    }

    private Looked looked(InvoiceDesk.Looked looked) {
        return new Looked(!looked.findings().isEmpty(), looked.findings(), previews.of(looked.attempt()));
    }

    private static <T> T answered(SupplierInvoice invoice, Supplier<T> act) {
        try {
            return act.get();
        } catch (InvoiceRefused refused) {
            throw InvoiceProblems.of(refused, invoice == null ? -1 : invoice.goods().size());
        } catch (StaleCompanion overtaken) {
            throw ApiProblem.stale("what the supplier is owed");
        }
    }
}
