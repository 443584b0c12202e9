package entrepot.web.api;

import entrepot.inventory.purchasing.server.NewReceipt;
import entrepot.kernel.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Goods that came for an order, as a client sends it.
 *
 * @param reference the supplier's delivery note; left out: the order's number
 * @param place     of the order's site where they are put; left out: the order's location
 * @param currency  that of the order, if it is said
 * @param rate      of the company's currency for one of the order's; left out: the latest on or before the day
 * @param reason    why, where they are damaged or kept apart
 * @param wasCounted of goods dated before a count: that they were there when it was counted
 */
public record OrderReceiptBody(
        String businessDate, String at, String reference, String currency, String rate, String place, String reason, Boolean wasCounted,
        List<Line> lines) {

    /**
     * @param line     of the order, from 0
     * @param quantity  fit for stock
     * @param unitCost  left out: as agreed in the order
     * @param delivered by the delivery note, where that is another quantity; what is missing of it is short
     * @param damaged   of what came; put at the damaged place of the site where it is kept
     * @param kept      whether what is damaged is kept and paid for (the default), or goes back at once
     * @param damagedLots of what is damaged and kept
     * @param pieces      of catch-weight goods that are fit for stock; {@code damagedPieces} of those that are damaged and kept
     */
    public record Line(
            Integer line, String quantity, String unitCost, List<LotBody> lots, String delivered, String damaged, Boolean kept, String reason,
            List<LotBody> damagedLots, Long pieces, Long damagedPieces) {}

    NewReceipt read(Fields fields, UUID id, UUID order, DocumentFields documents) {
        Instant moment = documents.at(fields, at);
        return new NewReceipt(id, order, documents.businessDate(fields, businessDate, moment), moment,
                fields.textIfGiven("/reference", reference, 64), fields.textIfGiven("/place", place, 32),
                fields.textIfGiven("/reason", reason, 200),
                fields.textIfGiven("/currency", currency, 3), DocumentFields.rate(fields, rate), Boolean.TRUE.equals(wasCounted), lines(fields, documents));
    }

    private List<NewReceipt.Line> lines(Fields fields, DocumentFields documents) {
        var read = new ArrayList<NewReceipt.Line>();
        for (Line line : documents.lines(fields, lines)) {
            String at = "/lines/" + read.size();
            Integer number = fields.required(at + "/line", line.line);
            Quantity damaged = line.damaged == null ? Quantity.ZERO : fields.positiveQuantity(at + "/damaged", line.damaged);
            boolean some = line.damaged == null || !"0".equals(line.quantity);
            Quantity quantity = some ? fields.positiveQuantity(at + "/quantity", line.quantity) : Quantity.ZERO;
            read.add(new NewReceipt.Line(number == null ? 0 : number, quantity,
                    OrderBody.cost(fields, at + "/unitCost", line.unitCost), LotBody.read(fields, at, line.lots), noted(fields, at, line, quantity, damaged),
                    line.pieces));
        }
        return read;
    }

    private static NewReceipt.Noted noted(Fields fields, String at, Line line, Quantity quantity, Quantity damaged) {
        if (line.delivered == null && line.damaged == null) {
            return null;
        }
        Quantity delivered = line.delivered != null ? fields.positiveQuantity(at + "/delivered", line.delivered)
                : quantity == null || damaged == null ? null : quantity.plus(damaged);
        return new NewReceipt.Noted(delivered, damaged, !Boolean.FALSE.equals(line.kept), LotBody.read(fields, at, line.damagedLots),
                fields.textIfGiven(at + "/reason", line.reason, 200), line.damagedPieces);
    }
}
