package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a document line must say of lots. All that is wrong is told at once, each at the lot it is wrong with. */
public final class LotRules {

    private static final Quantity ONE = Quantity.units(1);

    /** What GS1 barcodes carry as lot or serial number. */
    private static final Pattern CODE = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,20}");

    private final List<Refusal> refusals;
    private final int line;

    /** @param line of the document, from 0 */
    public LotRules(int line, List<Refusal> refusals) {
        this.line = line;
        this.refusals = refusals;
    }

    public static boolean isCode(String code) {
        return code != null && CODE.matcher(code).matches();
    }

    /** What is said to whoever must name lots and does not. */
    public static String missing(String sku, Tracking tracking) {
        return sku + (tracking == Tracking.SERIAL ? " is kept by serial number: name each piece" : " is kept by lot: say how much is of which");
    }

    /** What is said of a piece that comes a second time. */
    public static String inStock(Lot piece, String sku) {
        return "serial number " + piece.code() + " of " + sku + " is in stock already: each piece is there once";
    }

    /** @param quantity of the line, with its sign; @param lots that it names */
    public void check(String sku, Tracking tracking, Quantity quantity, List<NamedLot> lots) {
        if (lots.isEmpty()) {
            return;
        }
        if (tracking == Tracking.NONE) {
            refuse("lots", "lots-not-kept", sku + " is not kept by lot: leave the lots out");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < lots.size(); number++) {
            one(number, lots.get(number), tracking, quantity, seen);
        }
        Quantity sum = NamedLot.sum(lots);
        if (!sum.equals(quantity)) {
            refuse("lots", "lots-differ", "the lots come to " + sum + ", the line to " + quantity);
        }
    }

    private void one(int number, NamedLot lot, Tracking tracking, Quantity whole, Set<String> seen) {
        String at = "lots/" + number;
        if (!isCode(lot.code())) {
            refuse(at + "/lot", "lot-code", "'" + lot.code() + "' must be 1 to 20 letters, digits or signs that a GS1 barcode carries");
        } else if (!seen.add(lot.code())) {
            refuse(at + "/lot", "lot-twice", "lot " + lot.code() + " is there twice");
        }
        Quantity size = lot.quantity().isPositive() ? lot.quantity() : lot.quantity().negated();
        if (tracking == Tracking.SERIAL && !size.equals(ONE)) {
            refuse(at + "/quantity", "serial-is-one", "a serial number is one piece, not " + lot.quantity());
        } else if (lot.quantity().isZero() || lot.quantity().isPositive() != whole.isPositive()) {
            refuse(at + "/quantity", "lot-quantity", "quantity " + lot.quantity() + " must be a part of the line's " + whole);
        }
    }

    /** @param where inside the line */
    public void refuse(String where, String code, String detail) {
        refusals.add(new Refusal(line, code, detail, where));
    }
}
