package entrepot.inventory.stock.server;

import entrepot.platform.company.Figures;
import org.jdbi.v3.core.statement.Query;

/** The conditions that the stock reports share, on the tables item i, category c and location l. */
final class StockSql {

    static final String OF_ITEM = " AND (:sku IS NULL OR i.sku = :sku) AND (:category IS NULL OR c.code = :category)"
            + " AND (:text IS NULL OR i.sku LIKE :text OR i.name LIKE :text)";
    static final String AT_LOCATION = " AND (:location IS NULL OR l.code = :location)";
    static final String FILTER = OF_ITEM + AT_LOCATION;
    static final String AFTER = " AND i.sku >= :afterSku AND (i.sku > :afterSku OR l.code > :afterLocation)";

    private StockSql() {}

    /** @param after SKU and location parted by a tilde, or null */
    static Query bind(Query query, StockFilter filter, String after) {
        String[] key = after == null ? new String[] {"", ""} : after.split("~", 2);
        return bindLocation(bindItem(query, filter), filter)
                .bind("afterSku", key[0])
                .bind("afterLocation", key.length == 2 ? key[1] : "");
    }

    /** For {@link #OF_ITEM}. */
    static Query bindItem(Query query, StockFilter filter) {
        return query.bind("sku", filter.sku()).bind("category", filter.category()).bind("text", Figures.anywhere(filter.text()));
    }

    /** For {@link #AT_LOCATION}. */
    static Query bindLocation(Query query, StockFilter filter) {
        return query.bind("location", filter.location());
    }
}
