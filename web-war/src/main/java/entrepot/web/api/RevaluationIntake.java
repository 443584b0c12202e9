package entrepot.web.api;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.revalue.server.RevaluationDesk;
import entrepot.inventory.revalue.server.RevaluationDesk.AskedLine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Takes in standard costs and write-downs. */
@ApplicationScoped
public class RevaluationIntake extends ProposedIntake<RevaluationIntake.Body> {

    @EJB
    private RevaluationDesk desk;

    @Inject
    private DocumentFields documents;

    /** What is to change, as it was typed. */
    public sealed interface Body permits StandardCostsBody, WriteDownBody {}

    public record StandardCostsBody(List<StandardLine> lines, String currency, String businessDate, String reference, String reason)
            implements Body {}

    public record StandardLine(String sku, String unitCost) {}

    public record WriteDownBody(List<WriteDownLine> lines, String currency, String businessDate, String reference, String reason)
            implements Body {}

    /** @param lot of an item whose lots are valued each by itself; @param netRealisableValue what a unit will bring, less the costs of selling it */
    public record WriteDownLine(String sku, String location, String lot, String netRealisableValue) {}

    @Override
    Proposed read(String key, Body body) {
        Fields fields = new Fields();
        if (DocumentFields.body(body) instanceof StandardCostsBody standards) {
            Amendment head = documents.amendment(
                    fields, key, "STANDARD-COSTS", body, standards.businessDate(), standards.reference(), standards.reason());
            documents.currency(fields, standards.currency());
            List<AskedLine> lines = standards(fields, standards.lines());
            fields.check();
            return new Proposed(() -> desk.setStandards(head, lines), () -> desk.previewStandards(head, lines));
        }
        WriteDownBody down = (WriteDownBody) body;
        Amendment head = documents.amendment(fields, key, "WRITE-DOWN", body, down.businessDate(), down.reference(), down.reason());
        documents.currency(fields, down.currency());
        List<AskedLine> lines = writeDowns(fields, down.lines());
        fields.check();
        return new Proposed(() -> desk.writeDown(head, lines), () -> desk.previewWriteDown(head, lines));
    }

    private static List<AskedLine> standards(Fields fields, List<StandardLine> given) {
        List<AskedLine> lines = new ArrayList<>();
        List<StandardLine> some = DocumentFields.some(fields, "/lines", given);
        for (int number = 0; number < some.size(); number++) {
            String at = "/lines/" + number;
            BigDecimal unitCost = fields.decimal(at + "/unitCost", some.get(number).unitCost(), 6);
            if (unitCost != null && unitCost.signum() <= 0) {
                fields.refuse(at + "/unitCost", "range", "must be above zero");
            }
            lines.add(new AskedLine(fields.text(at + "/sku", some.get(number).sku(), 32), null, null, unitCost));
        }
        return lines;
    }

    private static List<AskedLine> writeDowns(Fields fields, List<WriteDownLine> given) {
        List<AskedLine> lines = new ArrayList<>();
        List<WriteDownLine> some = DocumentFields.some(fields, "/lines", given);
        for (int number = 0; number < some.size(); number++) {
            String at = "/lines/" + number;
            BigDecimal value = fields.decimal(at + "/netRealisableValue", some.get(number).netRealisableValue(), 6);
            if (value != null && value.signum() < 0) {
                fields.refuse(at + "/netRealisableValue", "range", "must not be negative");
            }
            lines.add(new AskedLine(fields.text(at + "/sku", some.get(number).sku(), 32),
                    fields.text(at + "/location", some.get(number).location(), 32), fields.textIfGiven(at + "/lot", some.get(number).lot(), 20), value));
        }
        return lines;
    }
}
