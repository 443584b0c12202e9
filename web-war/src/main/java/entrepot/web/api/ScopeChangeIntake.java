package entrepot.web.api;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.method.ScopeChange;
import entrepot.inventory.method.server.ScopeDesk;
import entrepot.inventory.method.server.ScopeReport;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.CostingScope;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes in changes of what is valued together. */
@ApplicationScoped
public class ScopeChangeIntake extends ProposedIntake<ScopeChangeIntake.Body> {

    static final int SHOWN = 200;

    @EJB
    private ScopeDesk desk;

    @EJB
    private ScopeReport report;

    @Inject
    private DocumentFields documents;

    /**
     * @param application where it is not said, PROSPECTIVE with a ground and RETROSPECTIVE without
     * @param ground of a prospective one
     * @param items  SKUs; or null: all of {@code category}, or of all categories where that is null, that are valued otherwise
     */
    public record Body(
            String scope, String application, String ground, List<String> items, String category, String businessDate, String reference, String reason) {}

    /** What would be posted, the first pools before and after, and what it makes of each month. */
    public record Looked(Previews.Preview preview, List<ScopeReport.Pool> pools, List<ScopeReport.Month> comparatives) {}

    /** @throws ApiProblem with everything that stands against it */
    public Looked look(String key, Body body) {
        Books.Attempt attempt = read(key, body).look().get();
        return new Looked(previews.byAccount(attempt), report.pools(attempt.posted(), SHOWN), ScopeReport.months(attempt.posted()));
    }

    @Override
    Proposed read(String key, Body given) {
        Fields fields = new Fields();
        Body body = DocumentFields.body(given);
        Amendment head = documents.amendment(fields, key, "SCOPE-CHANGE", body, body.businessDate(), body.reference(), body.reason());
        Application usual = body.ground() == null ? Application.RETROSPECTIVE : Application.PROSPECTIVE;
        ScopeChange.Asked terms = new ScopeChange.Asked(
                fields.oneOf("/scope", body.scope(), CostingScope.class),
                body.application() == null ? usual : fields.oneOf("/application", body.application(), Application.class),
                body.ground() == null ? null : fields.oneOf("/ground", body.ground(), Application.Ground.class));
        if (terms.application() == Application.RETROSPECTIVE && terms.ground() != null) {
            fields.refuse("/ground", "not-asked", "a change that counts as if it had always been so needs no ground: leave it out, or say PROSPECTIVE");
        }
        String category = fields.textIfGiven("/category", body.category(), 32);
        List<String> items = body.items() == null ? null : DocumentFields.skus(fields, body.items());
        if (category != null && items != null) {
            fields.refuse("/items", "one-of", "either items or a category, not both");
        }
        fields.check();
        ScopeDesk.Asked asked = new ScopeDesk.Asked(terms, category, items);
        return new Proposed(() -> desk.change(head, asked), () -> desk.preview(head, asked));
    }
}
