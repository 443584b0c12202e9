package entrepot.web.api;

import entrepot.inventory.catalogue.PlaceStatus;
import entrepot.inventory.ledger.Reserved;
import entrepot.inventory.ledger.UnmatchedCost;
import entrepot.inventory.sale.Sale;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A sale, or a return, as a client sends it.
 *
 * @param id        only where many come in one request, one a line; else the Idempotency-Key is the id
 * @param grade     returns: the status of what comes back; it is put at the first place of the site that has it
 * @param unmatched returns: CURRENT or ZERO, what a unit is worth whose line names no sale
 */
public record SaleBody(
        String id,
        String location,
        String channel,
        String customer,
        String currency,
        String businessDate,
        String at,
        String reference,
        String reason,
        Boolean taxIncluded,
        String unmatched,
        List<Line> lines,
        List<Tender> tenders,
        String grade) {

    /** Of goods as new. */
    public SaleBody(
            String id, String location, String channel, String customer, String currency, String businessDate, String at,
            String reference, String reason, Boolean taxIncluded, String unmatched, List<Line> lines, List<Tender> tenders) {
        this(id, location, channel, customer, currency, businessDate, at, reference, reason, taxIncluded, unmatched, lines, tenders, null);
    }

    /**
     * @param returnOf    the sale a returned line was sold with
     * @param reservation what was kept for the customer and is taken now
     * @param lots        left out: of goods not kept by lot, or what expires first
     * @param parts       of a kit: those whose lots or serial numbers are named
     * @param pieces      of catch-weight goods
     */
    public record Line(
            String sku, String quantity, String unitPrice, String discount, String taxCode, LineOf returnOf, Kept reservation,
            List<LotBody> lots, List<Part> parts, Long pieces) {

        public Line(String sku, String quantity, String unitPrice, String discount, String taxCode, LineOf returnOf, List<LotBody> lots) {
            this(sku, quantity, unitPrice, discount, taxCode, returnOf, null, lots, null, null);
        }
    }

    public record Part(String sku, List<LotBody> lots) {}

    /** @param line from 0 */
    public record Kept(String id, Integer line) {}

    /** @param line from 0 */
    public record LineOf(String sale, Integer line) {}

    public record Tender(String kind, String amount) {}

    SaleBody with(List<Line> others) {
        return new SaleBody(id, location, channel, customer, currency, businessDate, at, reference, reason, taxIncluded, unmatched,
                others, tenders, grade);
    }

    /** Notes what is wrong in {@code fields}; the result counts only where nothing is. */
    Sale read(Fields fields, Sale.Kind kind, UUID id, DocumentFields documents) {
        Currency own = documents.currency(fields, currency);
        Instant moment = documents.at(fields, at);
        return new Sale(
                id,
                kind,
                channel == null ? "POS" : fields.text("/channel", channel, 16),
                fields.textIfGiven("/customer", customer, 32),
                place(fields, kind, documents),
                documents.businessDate(fields, businessDate, moment),
                moment,
                fields.textIfGiven("/reference", reference, 64),
                fields.textIfGiven("/reason", reason, 200),
                null,
                Boolean.TRUE.equals(taxIncluded),
                policy(fields, kind),
                lines(fields, kind, own, documents),
                tenders(fields, own));
    }

    private String place(Fields fields, Sale.Kind kind, DocumentFields documents) {
        String at = fields.text("/location", location, 32);
        PlaceStatus status = fields.oneOfIfGiven("/grade", grade, PlaceStatus.class, null);
        if (status == null || at == null) {
            return at;
        }
        if (kind == Sale.Kind.SALE) {
            fields.refuse("/grade", "not-here", "belongs to a return");
        }
        return documents.place(fields, at, status);
    }

    private UnmatchedCost policy(Fields fields, Sale.Kind kind) {
        UnmatchedCost policy = fields.oneOfIfGiven("/unmatched", unmatched, UnmatchedCost.class, null);
        boolean asked = kind == Sale.Kind.RETURN && lines != null
                && lines.stream().anyMatch(line -> line != null && line.returnOf == null);
        if (asked && unmatched == null) {
            fields.refuse("/unmatched", "missing", "a line that names no sale needs a cost policy, CURRENT or ZERO");
        }
        return policy;
    }

    private List<Sale.Line> lines(Fields fields, Sale.Kind kind, Currency own, DocumentFields documents) {
        List<Line> given = documents.lines(fields, lines);
        List<Sale.Line> read = new ArrayList<>();
        for (int number = 0; number < given.size(); number++) {
            read.add(line(fields, "/lines/" + number, given.get(number), kind, own));
        }
        return read;
    }

    private static Sale.Line line(Fields fields, String at, Line line, Sale.Kind kind, Currency own) {
        if (kind == Sale.Kind.SALE && line.returnOf != null) {
            fields.refuse(at + "/returnOf", "not-here", "belongs to a return");
        }
        Money discount = fields.moneyIfGiven(at + "/discount", line.discount, own);
        if (discount != null && discount.isNegative()) {
            fields.refuse(at + "/discount", "negative", "must not be below 0, is " + line.discount);
        }
        BigDecimal price = fields.decimalIfGiven(at + "/unitPrice", line.unitPrice, 6);
        if (price != null && price.signum() < 0) {
            fields.refuse(at + "/unitPrice", "negative", "must not be below 0, is " + line.unitPrice);
        }
        return new Sale.Line(
                fields.text(at + "/sku", line.sku, 32),
                fields.positiveQuantity(at + "/quantity", line.quantity),
                price,
                discount == null ? Money.zero(own) : discount,
                fields.textIfGiven(at + "/taxCode", line.taxCode, 16),
                line.returnOf == null ? null : fields.uuid(at + "/returnOf/sale", line.returnOf.sale),
                line.returnOf == null || line.returnOf.line == null ? 0 : line.returnOf.line,
                reserved(fields, at + "/reservation", line.reservation, kind),
                LotBody.read(fields, at, line.lots),
                parts(fields, at + "/parts", line.parts),
                line.pieces);
    }

    private static List<Sale.Part> parts(Fields fields, String at, List<Part> parts) {
        List<Sale.Part> read = new ArrayList<>();
        if (parts != null && !parts.isEmpty()) {
            for (Part part : DocumentFields.some(fields, at, parts)) {
                String place = at + "/" + read.size();
                read.add(new Sale.Part(fields.text(place + "/sku", part.sku, 32), LotBody.read(fields, place, part.lots)));
            }
        }
        return read;
    }

    private static Reserved.Line reserved(Fields fields, String at, Kept kept, Sale.Kind kind) {
        if (kept == null) {
            return null;
        }
        if (kind == Sale.Kind.RETURN) {
            fields.refuse(at, "not-here", "belongs to a sale");
        }
        return new Reserved.Line(fields.uuid(at + "/id", kept.id), kept.line == null ? 0 : kept.line);
    }

    private List<Sale.Tender> tenders(Fields fields, Currency own) {
        List<Tender> given = tenders == null ? List.of() : tenders;
        List<Sale.Tender> read = new ArrayList<>();
        if (given.size() > DocumentFields.MOST_LINES) {
            fields.refuse("/tenders", "too-many", "may be " + DocumentFields.MOST_LINES + " at most, are " + given.size());
        } else if (!DocumentFields.hasHole(fields, "/tenders", given)) {
            for (int number = 0; number < given.size(); number++) {
                read.add(tender(fields, "/tenders/" + number, given.get(number), given.size() == 1, own));
            }
        }
        return read;
    }

    /** @param alone then the amount may be left out: all of it */
    private static Sale.Tender tender(Fields fields, String at, Tender tender, boolean alone, Currency own) {
        Money amount = alone ? fields.moneyIfGiven(at + "/amount", tender.amount, own) : fields.money(at + "/amount", tender.amount, own);
        if (amount != null && amount.isNegative()) {
            fields.refuse(at + "/amount", "negative", "must not be below 0, is " + tender.amount);
        }
        return new Sale.Tender(fields.oneOf(at + "/kind", tender.kind, Sale.TenderKind.class), amount);
    }
}
