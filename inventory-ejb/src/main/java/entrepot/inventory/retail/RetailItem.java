package entrepot.inventory.retail;

import java.math.BigDecimal;

/**
 * An item of the files.
 *
 * @param name         the description most of its rows have, else its code
 * @param openingUnits what it begins with
 * @param unitCost     what it is bought for by the declared rule; zero where it never had a price
 */
public record RetailItem(String sku, String name, long openingUnits, BigDecimal unitCost) {}
