package entrepot.web.api;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.ReturnCost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A note of goods moved, as a client sends it.
 *
 * @param id     only where many come in one request, one a line; else the Idempotency-Key is the id
 * @param rate   of the company's currency for one of this one; left out: the latest on or before the day
 * @param credit supplier returns: ORIGINAL (what is left out, the default) or CURRENT
 * @param wasCounted receipts dated before a count: that what came was there when it was counted
 */
public record NoteBody(
        String id,
        String kind,
        String location,
        String to,
        String currency,
        String rate,
        String businessDate,
        String at,
        String reference,
        String reason,
        String credit,
        Boolean wasCounted,
        List<Line> lines) {

    /**
     * @param receipt supplier returns: the receipt the goods came with
     * @param pieces  of catch-weight goods, with the sign of the quantity
     */
    public record Line(String sku, String quantity, String unitCost, String totalCost, LineOf receipt, List<LotBody> lots, Long pieces) {

        /** Of goods whose pieces are not counted. */
        public Line(String sku, String quantity, String unitCost, String totalCost, LineOf receipt, List<LotBody> lots) {
            this(sku, quantity, unitCost, totalCost, receipt, lots, null);
        }
    }

    /** @param line from 0 */
    public record LineOf(String posting, Integer line) {}

    /** Notes what is wrong in {@code fields}; the result counts only where nothing is. */
    GoodsNote read(Fields fields, UUID id, DocumentFields documents) {
        Instant moment = documents.at(fields, at);
        LocalDate day = documents.businessDate(fields, businessDate, moment);
        Exchange exchange = exchange(fields, documents, day);
        return new GoodsNote(
                id,
                fields.oneOf("/kind", kind, PostingKind.class),
                fields.text("/location", location, 32),
                fields.textIfGiven("/to", to, 32),
                day,
                moment,
                fields.textIfGiven("/reference", reference, 64),
                fields.textIfGiven("/reason", reason, 200),
                null,
                fields.oneOfIfGiven("/credit", credit, ReturnCost.class, ReturnCost.ORIGINAL),
                lines(fields, exchange.of(), documents),
                exchange.isForeign() ? exchange : null);
    }

    private Exchange exchange(Fields fields, DocumentFields documents, LocalDate day) {
        if (PostingKind.RECEIPT.name().equals(kind)) {
            return documents.exchange(fields, currency, rate, day);
        }
        if (rate != null) {
            fields.refuse("/rate", "rate-unused", "only a receipt may be in another currency than the book");
        }
        return Exchange.none(documents.currency(fields, currency));
    }

    private List<GoodsNote.Line> lines(Fields fields, Currency own, DocumentFields documents) {
        List<Line> given = documents.lines(fields, lines);
        List<GoodsNote.Line> read = new ArrayList<>();
        for (int number = 0; number < given.size(); number++) {
            read.add(line(fields, "/lines/" + number, given.get(number), own));
        }
        return read;
    }

    private static GoodsNote.Line line(Fields fields, String at, Line line, Currency own) {
        return new GoodsNote.Line(
                fields.text(at + "/sku", line.sku, 32),
                fields.quantity(at + "/quantity", line.quantity),
                fields.decimalIfGiven(at + "/unitCost", line.unitCost, 6),
                fields.moneyIfGiven(at + "/totalCost", line.totalCost, own),
                line.receipt == null ? null : fields.uuid(at + "/receipt/posting", line.receipt.posting),
                line.receipt == null || line.receipt.line == null ? 0 : line.receipt.line,
                LotBody.read(fields, at, line.lots), null, line.pieces);
    }
}
