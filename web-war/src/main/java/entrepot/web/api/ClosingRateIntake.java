package entrepot.web.api;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Receipt;
import entrepot.inventory.payable.server.ClosingRateDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** Takes in that what is owed in other currencies comes to the rate of a day. */
@ApplicationScoped
public class ClosingRateIntake {

    @EJB
    private ClosingRateDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    /** @param currency code; left out: all */
    public record Body(String currency, String businessDate, String reference, String reason) {}

    Response post(String key, boolean dryRun, Body body) {
        return dryRun ? Response.ok(preview(Proposed.orAny(key), body)).build() : read(key, body).posted();
    }

    /** @throws ApiProblem with everything that stands against it */
    public Previews.Preview preview(String key, Body body) {
        return previews.byAccount(read(key, body).look().get());
    }

    /** @throws ApiProblem with everything that stands against it */
    public Receipt book(String key, Body body) {
        return read(key, body).booked();
    }

    private Proposed read(String key, Body given) {
        Fields fields = new Fields();
        Body body = DocumentFields.body(given);
        Amendment head = documents.amendment(
                fields, key, "CLOSING-RATE", body, body.businessDate(), body.reference(), body.reason());
        String currency = fields.textIfGiven("/currency", body.currency(), 3);
        fields.check();
        return new Proposed(() -> desk.revalue(head, currency), () -> desk.preview(head, currency));
    }
}
