package entrepot.web.api;

import entrepot.inventory.assembly.AssemblyNote;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * Something is made or taken apart, as a client sends it.
 *
 * @param to          where what comes out is put; left out: where the rest was taken
 * @param labourAndOverhead what they really were; left out: what the bill says
 * @param lines       what really went in, or came out; left out: what the bill says
 */
public record AssemblyBody(
        String sku, String quantity, String location, String to, String currency, String businessDate, String at, String reference,
        String reason, String labourAndOverhead, List<LotBody> lots, Long pieces, List<Line> lines) {

    /** @param pieces of catch-weight goods */
    public record Line(String sku, String quantity, List<LotBody> lots, Long pieces) {}

    /** Notes what is wrong in {@code fields}; the result counts only where nothing is. */
    AssemblyNote read(Fields fields, UUID id, PostingKind kind, DocumentFields documents) {
        Currency own = documents.currency(fields, currency);
        Instant moment = documents.at(fields, at);
        String place = fields.text("/location", location, 32);
        String goal = fields.textIfGiven("/to", to, 32);
        return new AssemblyNote(id, kind, fields.text("/sku", sku, 32), fields.positiveQuantity("/quantity", quantity), place,
                goal == null ? place : goal, documents.businessDate(fields, businessDate, moment), moment,
                fields.textIfGiven("/reference", reference, 64), fields.textIfGiven("/reason", reason, 200), beside(fields, kind, own),
                LotBody.read(fields, "", lots), pieces, parts(fields, documents));
    }

    private Money beside(Fields fields, PostingKind kind, Currency own) {
        Money amount = fields.moneyIfGiven("/labourAndOverhead", labourAndOverhead, own);
        if (amount != null && (amount.isNegative() || kind == PostingKind.DISASSEMBLY)) {
            fields.refuse("/labourAndOverhead", "range", amount.isNegative() ? "must not be negative" : "is of what is made, not of what is taken apart");
        }
        return amount;
    }

    private List<AssemblyNote.Part> parts(Fields fields, DocumentFields documents) {
        List<AssemblyNote.Part> parts = new ArrayList<>();
        List<Line> given = lines == null ? List.of() : documents.lines(fields, lines);
        for (int number = 0; number < given.size(); number++) {
            String at = "/lines/" + number;
            Line line = given.get(number);
            parts.add(new AssemblyNote.Part(fields.text(at + "/sku", line.sku, 32), fields.positiveQuantity(at + "/quantity", line.quantity),
                    LotBody.read(fields, at, line.lots), line.pieces));
        }
        return parts;
    }
}
