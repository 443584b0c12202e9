package entrepot.web.api;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.payable.server.ClosingRateDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes in that what is owed in other currencies comes to the rate of a day. */
@ApplicationScoped
public class ClosingRateIntake extends ProposedIntake<ClosingRateIntake.Body> {

    @EJB
    private ClosingRateDesk desk;

    @Inject
    private DocumentFields documents;

    /** @param currency code; left out: all */
    public record Body(String currency, String businessDate, String reference, String reason) {}

    @Override
    Previews.Preview shown(Books.Attempt attempt) {
        return previews.byAccount(attempt);
    }

    @Override
    Proposed read(String key, Body given) {
        Fields fields = new Fields();
        Body body = DocumentFields.body(given);
        Amendment head = documents.amendment(
                fields, key, "CLOSING-RATE", body, body.businessDate(), body.reference(), body.reason());
        String currency = fields.textIfGiven("/currency", body.currency(), 3);
        fields.check();
        return new Proposed(() -> desk.revalue(head, currency), () -> desk.preview(head, currency));
    }
}
