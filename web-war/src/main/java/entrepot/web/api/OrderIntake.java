package entrepot.web.api;

import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.inventory.purchasing.server.NewOrder;
import entrepot.inventory.purchasing.server.PurchaseDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes new orders in. */
@ApplicationScoped
public class OrderIntake {

    @EJB
    private PurchaseDesk desk;

    @Inject
    private DocumentFields documents;

    /** @return whether it was made now. @throws ApiProblem with everything that stands against it */
    public boolean create(String key, OrderBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        NewOrder order = DocumentFields.body(body).read(fields, id, documents);
        fields.check();
        PurchaseOutcome.Done done = Purchases.done(desk.create(order, DocumentFields.content("ORDER", body)), "/lines");
        return !done.again();
    }
}
