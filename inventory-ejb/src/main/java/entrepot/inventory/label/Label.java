package entrepot.inventory.label;

import entrepot.inventory.gs1.ElementString;
import entrepot.inventory.gs1.GoodsCode;
import java.time.LocalDate;

/**
 * One label.
 *
 * @param title   name of the item or place
 * @param code    SKU or code of the place
 * @param lot     of the lot or piece, or null
 * @param expires or null
 * @param elements what the bars say; null where the item has no GTIN: then they are the code
 */
public record Label(String title, String code, String lot, LocalDate expires, ElementString elements) {

    /** @param gtin 14 digits, or null */
    public static Label of(String title, String code, String gtin, boolean serial, String lot, LocalDate expires) {
        ElementString elements = gtin == null ? null
                : new GoodsCode(gtin, serial ? null : lot, serial ? lot : null, expires, null, null, null).elements();
        return new Label(title, code, lot, expires, elements);
    }

    /** What stands below the bars for people. */
    public String readable() {
        return elements == null ? code : elements.bracketed();
    }
}
