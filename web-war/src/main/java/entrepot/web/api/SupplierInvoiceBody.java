package entrepot.web.api;

import entrepot.inventory.amend.LandedCost;
import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.invoice.InvoiceKind;
import entrepot.inventory.invoice.SupplierInvoice;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A supplier's invoice or credit note, as it is printed. Amounts are positive and without tax.
 *
 * @param kind         INVOICE, which is meant where it is left out, or CREDIT_NOTE
 * @param rate         of the company's currency for one of this one; left out: the latest on or before the invoice's own day
 * @param businessDate on which it is booked; left out: its own day, or the last receipt's where that is later
 * @param tax          of the document as the supplier worked it out; left out: as we do
 */
public record SupplierInvoiceBody(
        String kind, String supplier, String number, String date, String due, String currency, String rate, String businessDate, String note, String tax,
        List<Line> lines, List<Charge> charges) {

    /**
     * Goods: of a receipt or of an order.
     *
     * @param taxCode left out: the item's own
     */
    public record Line(Receipt receipt, Order order, String quantity, String unitPrice, String taxCode) {}

    /** @param line of the receipt's posting, from 0 */
    public record Receipt(String posting, Integer line) {}

    /** @param line of the order, from 0: what came of it is taken, the oldest first */
    public record Order(String id, Integer line) {}

    /**
     * Freight, duty, an allowance.
     *
     * @param by        VALUE, which is meant where it is left out, QUANTITY, WEIGHT, VOLUME, EQUAL or FIXED
     * @param estimated stock bears it already, by an estimate that this settles
     * @param receipts  postings it is for; left out: those of the goods
     * @param lines     by FIXED: what each line of a receipt bears; they come to the amount
     */
    public record Charge(
            String what, String amount, String by, Boolean estimated, List<String> receipts, List<Bears> lines, String taxCode) {}

    /** @param line of the receipt's posting, from 0 */
    public record Bears(String receipt, Integer line, String amount) {}

    SupplierInvoice read(Fields fields, UUID id, DocumentFields documents) {
        LocalDate on = fields.dateIfGiven("/date", fields.required("/date", date));
        Exchange exchange = documents.exchange(fields, currency, rate, on);
        Currency own = exchange.of();
        var invoice = new SupplierInvoice(id, fields.oneOfIfGiven("/kind", kind, InvoiceKind.class, InvoiceKind.INVOICE),
                fields.text("/supplier", supplier, 32), fields.text("/number", number, 40), exchange, on, fields.dateIfGiven("/due", due),
                businessDate == null ? null : documents.businessDate(fields, businessDate, null), fields.textIfGiven("/note", note, 200),
                notNegative(fields, "/tax", fields.moneyIfGiven("/tax", tax, own)), goods(fields), charges(fields, own));
        if (invoice.due() != null && on != null && invoice.due().isBefore(on)) {
            fields.refuse("/due", "range", "must not be before the invoice's own day, " + on);
        }
        if (invoice.goods().isEmpty() && invoice.charges().isEmpty()) {
            fields.refuse("/lines", "missing", "needs at least one line or charge");
        }
        return invoice;
    }

    private List<SupplierInvoice.Goods> goods(Fields fields) {
        List<SupplierInvoice.Goods> goods = new ArrayList<>();
        List<Line> given = some(fields, "/lines", lines);
        for (int number = 0; number < given.size(); number++) {
            goods.add(goods(fields, "/lines/" + number, given.get(number)));
        }
        return goods;
    }

    private static SupplierInvoice.Goods goods(Fields fields, String at, Line line) {
        if ((line.receipt() == null) == (line.order() == null)) {
            fields.refuse(at + "/receipt", "missing", "names either a receipt or an order");
        }
        UUID receipt = line.receipt() == null ? null : fields.uuid(at + "/receipt/posting", line.receipt().posting());
        UUID order = line.order() == null ? null : fields.uuid(at + "/order/id", line.order().id());
        Quantity quantity = fields.positiveQuantity(at + "/quantity", line.quantity());
        BigDecimal price = fields.decimal(at + "/unitPrice", line.unitPrice(), 6);
        if (price != null && price.signum() < 0) {
            fields.refuse(at + "/unitPrice", "range", "must not be negative");
        }
        return new SupplierInvoice.Goods(receipt, line.receipt() == null ? 0 : number(fields, at + "/receipt/line", line.receipt().line()), order,
                line.order() == null ? 0 : number(fields, at + "/order/line", line.order().line()), quantity, price,
                fields.textIfGiven(at + "/taxCode", line.taxCode(), 16));
    }

    private static int number(Fields fields, String at, Integer line) {
        if (line == null || line < 0) {
            fields.refuse(at, "missing", "names a line, from 0");
            return 0;
        }
        return line;
    }

    private List<SupplierInvoice.Charge> charges(Fields fields, Currency own) {
        List<SupplierInvoice.Charge> read = new ArrayList<>();
        List<Charge> given = some(fields, "/charges", charges);
        for (int number = 0; number < given.size(); number++) {
            String at = "/charges/" + number;
            Charge charge = given.get(number);
            List<UUID> of = new ArrayList<>();
            List<String> named = some(fields, at + "/receipts", charge.receipts());
            for (int place = 0; place < named.size(); place++) {
                of.add(fields.uuid(at + "/receipts/" + place, named.get(place)));
            }
            Money amount = notNegative(fields, at + "/amount", fields.money(at + "/amount", charge.amount(), own));
            LandedCost.By by = fields.oneOfIfGiven(at + "/by", charge.by(), LandedCost.By.class, LandedCost.By.VALUE);
            List<LandedCost.Part> parts = parts(fields, at, charge, by, amount, own);
            List<UUID> bearing = by == LandedCost.By.FIXED ? parts.stream().map(LandedCost.Part::receipt).distinct().toList() : of;
            read.add(new SupplierInvoice.Charge(fields.text(at + "/what", charge.what(), 80), amount, by,
                    Boolean.TRUE.equals(charge.estimated()), bearing.contains(null) ? List.of() : bearing, parts,
                    fields.textIfGiven(at + "/taxCode", charge.taxCode(), 16)));
        }
        return read;
    }

    private static List<LandedCost.Part> parts(Fields fields, String at, Charge charge, LandedCost.By by, Money amount, Currency own) {
        List<Bears> given = some(fields, at + "/lines", charge.lines());
        boolean fixed = by == LandedCost.By.FIXED;
        if (fixed == given.isEmpty() && by != null) {
            fields.refuse(at + "/lines", fixed ? "missing" : "unused", fixed ? "says what each line of a receipt bears"
                    : "says what each line bears only where it is split by FIXED");
        }
        if (fixed && charge.receipts() != null) {
            fields.refuse(at + "/receipts", "unused", "its lines name the receipts");
        }
        List<LandedCost.Part> parts = new ArrayList<>();
        for (int place = 0; place < given.size(); place++) {
            Bears part = given.get(place);
            String pointer = at + "/lines/" + place;
            parts.add(new LandedCost.Part(fields.uuid(pointer + "/receipt", part.receipt()), number(fields, pointer + "/line", part.line()),
                    notNegative(fields, pointer + "/amount", fields.money(pointer + "/amount", part.amount(), own))));
        }
        if (fixed && amount != null && parts.stream().noneMatch(part -> part.amount() == null)) {
            Money sum = parts.stream().map(LandedCost.Part::amount).reduce(Money.zero(amount.currency()), Money::plus);
            if (!sum.equals(amount)) {
                fields.refuse(at + "/amount", "differs", "is " + amount + ", the lines come to " + sum);
            }
        }
        return fixed && parts.stream().noneMatch(part -> part.receipt() == null || part.amount() == null) ? parts : List.of();
    }

    private static Money notNegative(Fields fields, String at, Money amount) {
        if (amount != null && amount.isNegative()) {
            fields.refuse(at, "range", "must not be negative: a credit note is of kind CREDIT_NOTE");
        }
        return amount;
    }

    private static <T> List<T> some(Fields fields, String pointer, List<T> given) {
        if (given == null) {
            return List.of();
        }
        int most = pointer.endsWith("receipts") ? 50 : DocumentFields.MOST_LINES;
        if (given.size() > most) {
            fields.refuse(pointer, "too-many", "may have " + most + " at most, has " + given.size());
            return List.of();
        }
        return DocumentFields.hasHole(fields, pointer, given) ? List.of() : given;
    }
}
