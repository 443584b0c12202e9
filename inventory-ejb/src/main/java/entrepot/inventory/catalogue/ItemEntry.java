package entrepot.inventory.catalogue;

import java.util.List;

/**
 * An item as a person or a file writes it; nothing is checked yet. Null where nothing is said.
 *
 * @param unit          the unit stock is kept in
 * @param purchaseCost  what the supplier asks for a stock unit, in major units
 * @param currency      of the purchase cost: the company's
 * @param pack          stock units in a pack of the supplier
 * @param minimumOrder  stock units
 * @param serviceLevel  share of cycles without a stock-out; null: the company's
 * @param tracking      NONE, LOT or SERIAL; null: as it is
 * @param weight        kilograms of one stock unit
 * @param volume        litres of one stock unit
 * @param perishable    each lot has a last day; null: as it is
 * @param pieceSize     of catch-weight goods what one piece is, in stock units; 0: none; null: as it is
 * @param pieceTolerance share by which the average piece of a line may be off, e.g. 0.1; null: as it is
 */
public record ItemEntry(
        String sku,
        String name,
        String unit,
        String category,
        String costing,
        String taxCode,
        String supplier,
        String purchaseCost,
        String currency,
        String pack,
        String minimumOrder,
        String serviceLevel,
        Boolean active,
        List<Barcode> barcodes,
        List<Factor> units,
        String tracking,
        Boolean perishable,
        String weight,
        String volume,
        String pieceSize,
        String pieceTolerance) {

    /** With all that is said of pieces as it is. */
    public ItemEntry(
            String sku, String name, String unit, String category, String costing, String taxCode, String supplier, String purchaseCost,
            String currency, String pack, String minimumOrder, String serviceLevel, Boolean active, List<Barcode> barcodes, List<Factor> units,
            String tracking, Boolean perishable, String weight, String volume) {
        this(sku, name, unit, category, costing, taxCode, supplier, purchaseCost, currency, pack, minimumOrder, serviceLevel, active,
                barcodes, units, tracking, perishable, weight, volume, null, null);
    }

    /** @param unit what one scan stands for; null: the stock unit */
    public record Barcode(String gtin, String unit) {}

    /** @param factor one of {@code unit} in stock units: {@code 12}, {@code 0.5} or {@code 1/3} */
    public record Factor(String unit, String factor) {}

    public ItemEntry {
        active = Entry.orTrue(active);
        barcodes = barcodes == null ? List.of() : barcodes;
        units = units == null ? List.of() : units;
    }

    public ItemEntry called(String itsSku) {
        return new ItemEntry(itsSku, name, unit, category, costing, taxCode, supplier, purchaseCost, currency, pack, minimumOrder,
                serviceLevel, active, barcodes, units, tracking, perishable, weight, volume, pieceSize, pieceTolerance);
    }
}
