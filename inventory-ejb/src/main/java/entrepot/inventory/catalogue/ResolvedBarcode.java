package entrepot.inventory.catalogue;

/**
 * What a scan stands for.
 *
 * @param gtin     null where the code was a SKU
 * @param unit     of one scan
 * @param quantity of one scan in stock units, exactly: a decimal, or a fraction where it is none
 */
public record ResolvedBarcode(String gtin, String sku, String name, String unit, String quantity, String stockUnit, boolean active) {}
