package entrepot.inventory.stock.server;

/**
 * Which stock to show; null or false: no condition.
 *
 * @param text     part of the SKU or name
 * @param sku      exactly this item
 * @param category code
 * @param location code
 * @param lot      code, where lots are shown
 * @param withZero also what is known to the place but not there
 */
public record StockFilter(String text, String sku, String category, String location, String lot, boolean withZero) {

    public static final StockFilter ALL = new StockFilter(null, null, null, null, null, false);

    boolean isOfItems() {
        return text != null || sku != null || category != null;
    }

    public static StockFilter item(String sku) {
        return new StockFilter(null, sku, null, null, null, true);
    }
}
