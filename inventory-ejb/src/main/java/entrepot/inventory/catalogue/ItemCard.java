package entrepot.inventory.catalogue;

import entrepot.inventory.ledger.PieceSize;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Quantity;
import entrepot.kernel.Sku;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An item that keeps all rules.
 *
 * @param category     code, or null; so are {@code taxCode}, {@code supplier}, {@code purchaseCost}, {@code serviceLevel}
 * @param units        of this item alone, in stock units
 * @param weight       kilograms of one stock unit, or null
 * @param volume       litres of one stock unit, or null
 * @param perishable   each lot has a last day
 * @param pieces       what one piece of it is, of catch-weight goods; else null
 */
public record ItemCard(
        Sku sku,
        String name,
        String unit,
        String category,
        CostFlow costing,
        String taxCode,
        String supplier,
        BigDecimal purchaseCost,
        Quantity pack,
        Quantity minimumOrder,
        BigDecimal serviceLevel,
        boolean active,
        List<Barcode> barcodes,
        Map<String, Ratio> units,
        Tracking tracking,
        boolean perishable,
        BigDecimal weight,
        BigDecimal volume,
        PieceSize pieces) {

    /** @param unit what one scan stands for; null: the stock unit */
    public record Barcode(Gtin gtin, String unit) {}
}
