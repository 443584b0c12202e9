package entrepot.web.api;

import entrepot.inventory.purchasing.server.NewOrder;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A purchase order, as a client sends it.
 *
 * @param currency  of its unit costs; left out: the company's
 * @param customer  to whom the supplier ships it, at no location of ours
 * @param orderedOn the day it was sent, which may lie in the past; left out: it is a draft
 */
public record OrderBody(
        String supplier, String location, String orderedOn, String expectedOn, String note, String currency, String customer,
        List<Line> lines) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    /** @param salePrice of a unit, without tax, in the company's currency; only where it goes to a customer */
    public record Line(String sku, String quantity, String unitCost, String salePrice) {}

    NewOrder read(Fields fields, UUID id, DocumentFields documents) {
        Currency foreign = documents.foreign(fields, currency);
        LocalDate ordered = day(fields, "/orderedOn", orderedOn);
        LocalDate expected = day(fields, "/expectedOn", expectedOn);
        if (ordered != null && expected != null && expected.isBefore(ordered)) {
            fields.refuse("/expectedOn", "out-of-range", "must not be before the day of the order, " + ordered);
        }
        return new NewOrder(id, fields.text("/supplier", supplier, 32), place(fields), ordered, expected,
                fields.textIfGiven("/note", note, 200), foreign,
                fields.textIfGiven("/customer", customer, 32), lines(fields, documents, lines));
    }

    private String place(Fields fields) {
        if (customer == null) {
            return fields.text("/location", location, 32);
        }
        if (location != null) {
            fields.refuse("/location", "not-here", "the supplier ships it to the customer: leave it out");
        }
        return null;
    }

    static List<NewOrder.Line> lines(Fields fields, DocumentFields documents, List<Line> given) {
        var read = new ArrayList<NewOrder.Line>();
        for (Line line : documents.lines(fields, given)) {
            String at = "/lines/" + read.size();
            read.add(new NewOrder.Line(fields.text(at + "/sku", line.sku, 32), quantity(fields, at, line),
                    cost(fields, at + "/unitCost", line.unitCost), cost(fields, at + "/salePrice", line.salePrice)));
        }
        return read;
    }

    private static Quantity quantity(Fields fields, String at, Line line) {
        Quantity quantity = fields.positiveQuantity(at + "/quantity", line.quantity);
        return quantity == null ? Quantity.ZERO : quantity;
    }

    static BigDecimal cost(Fields fields, String pointer, String value) {
        BigDecimal cost = fields.decimalIfGiven(pointer, value, 6);
        if (cost != null && cost.signum() < 0) {
            fields.refuse(pointer, "negative", "must not be negative, is " + value);
        }
        return cost;
    }

    static LocalDate day(Fields fields, String pointer, String value) {
        LocalDate day = fields.dateIfGiven(pointer, value);
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
            fields.refuse(pointer, "out-of-range", "must be from " + FIRST + " to " + LAST + ", is " + day);
        }
        return day;
    }
}
