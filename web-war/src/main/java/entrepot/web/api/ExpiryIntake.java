package entrepot.web.api;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.inventory.lot.server.ExpiryDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Takes in corrections of the last day of a lot. */
@ApplicationScoped
public class ExpiryIntake {

    private static final Map<String, String> FIELDS = Map.of("unknown-lot", "/lot", "expiry-missing", "/expires", "expiry-same", "/expires");

    @EJB
    private ExpiryDesk desk;

    @Inject
    private DocumentFields documents;

    /** @param expires left out: it has no last day */
    public record Body(String sku, String lot, String expires, String reason) {}

    /** @throws ApiProblem with everything that stands against it */
    public PostingOutcome post(String key, Body given) {
        Fields fields = new Fields();
        Body body = DocumentFields.body(given);
        fields.text("/reason", body.reason(), 200);
        Amendment head = documents.amendment(fields, key, "LOT-EXPIRY", body, null, null, body.reason());
        var asked = new ExpiryDesk.Asked(fields.text("/sku", body.sku(), 32), fields.text("/lot", body.lot(), 20),
                fields.dateIfGiven("/expires", body.expires()));
        fields.check();
        PostingOutcome outcome = post(head, asked);
        if (outcome instanceof PostingOutcome.Refused refused && FIELDS.containsKey(refused.refusals().get(0).code())) {
            var refusal = refused.refusals().get(0);
            throw new ApiProblem(422, refusal.code(), refusal.detail(),
                    List.of(new ApiProblem.FieldError(FIELDS.get(refusal.code()), refusal.code(), refusal.detail())));
        }
        return outcome;
    }

    private PostingOutcome post(Amendment head, ExpiryDesk.Asked asked) {
        try {
            return desk.correct(head, asked);
        } catch (StaleCompanion changed) {
            throw ApiProblem.stale("lot " + asked.lot());
        }
    }
}
