package entrepot.web.api;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Goods of a supplier that come, go back or are used, as a client sends it. */
public record ConsignmentBody(
        String supplier, String location, String currency, String businessDate, String at, String reference, List<Line> lines) {

    /** @param unitCost of what comes: what will be owed for a unit that is sold or used */
    public record Line(String sku, String quantity, String unitCost, List<LotBody> lots) {}

    /** Notes what is wrong in {@code fields}; the result counts only where nothing is. */
    ConsignmentNote read(Fields fields, UUID id, ConsignmentNote.Kind kind, DocumentFields documents) {
        documents.currency(fields, currency);
        Instant moment = documents.at(fields, at);
        return new ConsignmentNote(id, kind, fields.text("/supplier", supplier, 32), fields.text("/location", location, 32),
                documents.businessDate(fields, businessDate, moment), moment, fields.textIfGiven("/reference", reference, 64),
                lines(fields, kind, documents));
    }

    private List<ConsignmentNote.Line> lines(Fields fields, ConsignmentNote.Kind kind, DocumentFields documents) {
        List<ConsignmentNote.Line> read = new ArrayList<>();
        for (Line line : documents.lines(fields, lines)) {
            String at = "/lines/" + read.size();
            BigDecimal cost = kind == ConsignmentNote.Kind.ARRIVED ? fields.decimal(at + "/unitCost", line.unitCost, 6) : null;
            if (cost != null && cost.signum() < 0 || kind != ConsignmentNote.Kind.ARRIVED && line.unitCost != null) {
                fields.refuse(at + "/unitCost", "range", cost == null ? "is agreed when goods come" : "must not be negative");
            }
            Quantity quantity = fields.positiveQuantity(at + "/quantity", line.quantity);
            read.add(new ConsignmentNote.Line(fields.text(at + "/sku", line.sku, 32), quantity, cost, LotBody.read(fields, at, line.lots)));
        }
        return read;
    }
}
