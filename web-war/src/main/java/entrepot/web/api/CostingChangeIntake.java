package entrepot.web.api;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.method.CostingChange;
import entrepot.inventory.method.server.MethodDesk;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes in changes of the costing method and of the period of an average. */
@ApplicationScoped
public class CostingChangeIntake extends ProposedIntake<CostingChangeIntake.Body> {

    @EJB
    private MethodDesk desk;

    @Inject
    private DocumentFields documents;

    /**
     * @param costing, averagePeriod at least one of them; what is not said stays
     * @param application RETROSPECTIVE where it is not said
     * @param ground  of a prospective one
     * @param items SKUs; or null: all of {@code category}, or of all categories where that is null, that can be changed
     */
    public record Body(
            String costing, String averagePeriod, String application, String ground, List<String> items, String category, String businessDate, String reference, String reason) {}

    @Override
    Previews.Preview shown(Books.Attempt attempt) {
        return previews.byAccount(attempt);
    }

    @Override
    Proposed read(String key, Body given) {
        Fields fields = new Fields();
        Body body = DocumentFields.body(given);
        Amendment head = documents.amendment(
                fields, key, "COSTING-CHANGE", body, body.businessDate(), body.reference(), body.reason());
        CostingChange.Asked terms = new CostingChange.Asked(
                ifGiven(fields, "/costing", body.costing(), CostFlow.class, null),
                ifGiven(fields, "/averagePeriod", body.averagePeriod(), AveragePeriod.class, null),
                ifGiven(fields, "/application", body.application(), Application.class, Application.RETROSPECTIVE),
                ifGiven(fields, "/ground", body.ground(), Application.Ground.class, null));
        if (body.costing() == null && body.averagePeriod() == null) {
            fields.refuse("/costing", "missing", "say the costing, the averagePeriod, or both");
        }
        String category = fields.textIfGiven("/category", body.category(), 32);
        List<String> items = body.items() == null ? null : DocumentFields.skus(fields, body.items());
        if (category != null && items != null) {
            fields.refuse("/items", "one-of", "either items or a category, not both");
        }
        fields.check();
        MethodDesk.Asked asked = new MethodDesk.Asked(terms, category, items);
        return new Proposed(() -> desk.change(head, asked), () -> desk.preview(head, asked));
    }

    private static <E extends Enum<E>> E ifGiven(Fields fields, String pointer, String given, Class<E> names, E otherwise) {
        return given == null ? otherwise : fields.oneOf(pointer, given, names);
    }
}
