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

    /** @param items SKUs; or null: all of {@code category}, or of all categories where that is null, that are valued otherwise */
    public record Body(
            String scope, String ground, List<String> items, String category, String businessDate, String reference, String reason) {}

    /** What would be posted, and the first pools before and after. */
    public record Looked(Previews.Preview preview, List<ScopeReport.Pool> pools) {}

    /** @throws ApiProblem with everything that stands against it */
    public Looked look(String key, Body body) {
        Books.Attempt attempt = read(key, body).look().get();
        return new Looked(previews.byAccount(attempt), report.pools(attempt.posted(), SHOWN));
    }

    @Override
    Proposed read(String key, Body given) {
        Fields fields = new Fields();
        Body body = DocumentFields.body(given);
        Amendment head = documents.amendment(fields, key, "SCOPE-CHANGE", body, body.businessDate(), body.reference(), body.reason());
        ScopeChange.Asked terms = new ScopeChange.Asked(
                fields.oneOf("/scope", body.scope(), CostingScope.class),
                body.ground() == null ? null : fields.oneOf("/ground", body.ground(), Application.Ground.class));
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
