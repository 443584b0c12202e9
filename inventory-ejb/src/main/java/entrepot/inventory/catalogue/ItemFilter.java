package entrepot.inventory.catalogue;

/**
 * Which items. Null where it does not matter; what is given must all hold.
 *
 * @param text     every word of it begins the SKU, a barcode, or a word of the name
 * @param sku      start of the SKU
 * @param name     part of the name
 * @param barcode  as printed or scanned, in any length
 * @param category code
 * @param supplier code
 */
public record ItemFilter(
        String text, String sku, String name, String barcode, String category, String supplier, Boolean active) {}
