package entrepot.inventory.lot.server;

/**
 * Which lots to show; null: no condition.
 *
 * @param text   anywhere in SKU, name or lot
 * @param within days from today in which it expires; what is expired already is within any
 */
public record LotFilter(String text, String sku, String location, Integer within) {}
