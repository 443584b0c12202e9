package entrepot.inventory.catalogue;

import entrepot.inventory.ledger.Tracking;
import java.time.LocalDate;

/**
 * What a scan stands for.
 *
 * @param gtin     null where the code was a SKU
 * @param unit     of one scan
 * @param quantity of one scan in stock units, exactly: a decimal, or a fraction where it is none
 * @param lot      or serial number that the code carries, or null
 * @param expires  the last day that the code carries, or null
 * @param pieces   of catch-weight goods: one, or what the code says; else null. Where it does not say what they weigh, the quantity is 0
 */
public record ResolvedBarcode(String gtin, String sku, String name, String unit, String quantity, String stockUnit, boolean active,
        Tracking tracking, String lot, LocalDate expires, Long pieces) {}
