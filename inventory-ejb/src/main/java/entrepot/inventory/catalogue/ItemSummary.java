package entrepot.inventory.catalogue;

import java.math.BigDecimal;

/** An item in a list. */
public record ItemSummary(
        String sku, String name, String unit, String category, String costing, String supplier, BigDecimal purchaseCost, boolean active) {}
