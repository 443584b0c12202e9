package entrepot.web.api;

import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.assembly.server.BillDesk;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What an item is made of, as a client sends it.
 *
 * @param makes    left out: one
 * @param labour   for each unit made, left out: none
 * @param overhead likewise
 */
public record BillBody(String kind, String makes, String labour, String overhead, String note, List<Line> lines) {

    /** @param scrap so much more of it is taken and lost: 0.05 takes 105 for 100; left out: none */
    public record Line(String sku, String quantity, String scrap) {}

    /** Notes what is wrong in {@code fields}; the result counts only where nothing is. */
    BillDesk.Asked read(Fields fields, String sku, DocumentFields documents) {
        BillKind asked = fields.oneOf("/kind", kind, BillKind.class);
        if (asked == BillKind.WITHDRAWN) {
            fields.refuse("/kind", "unknown-value", "a bill is withdrawn with DELETE");
        }
        return new BillDesk.Asked(sku, asked, makes == null ? Quantity.units(1) : fields.positiveQuantity("/makes", makes),
                amount(fields, "/labour", labour), amount(fields, "/overhead", overhead), fields.textIfGiven("/note", note, 200),
                lines(fields, documents));
    }

    private List<BillDesk.Line> lines(Fields fields, DocumentFields documents) {
        List<Line> given = documents.lines(fields, lines);
        List<BillDesk.Line> read = new ArrayList<>();
        for (int number = 0; number < given.size(); number++) {
            String at = "/lines/" + number;
            Line line = given.get(number);
            BigDecimal scrap = amount(fields, at + "/scrap", line.scrap);
            if (scrap != null && scrap.compareTo(BigDecimal.TEN) > 0) {
                fields.refuse(at + "/scrap", "range", "must be from 0 to 10");
            }
            read.add(new BillDesk.Line(fields.text(at + "/sku", line.sku, 32), fields.positiveQuantity(at + "/quantity", line.quantity), scrap));
        }
        return read;
    }

    private static BigDecimal amount(Fields fields, String pointer, String value) {
        BigDecimal amount = value == null ? BigDecimal.ZERO : fields.decimal(pointer, value, 6);
        if (amount != null && amount.signum() < 0) {
            fields.refuse(pointer, "range", "must not be negative");
        }
        return amount;
    }
}
