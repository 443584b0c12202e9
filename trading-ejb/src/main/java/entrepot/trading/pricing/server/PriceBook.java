package entrepot.trading.pricing.server;

import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What the till asks: the price in force. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class PriceBook {

    @Inject
    private Database database;

    record Row(String sku, BigDecimal price) {}

    /** By SKU, one statement for any number of them; a SKU without a price is not among the answers. */
    public Map<String, BigDecimal> current(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.sku, b.price FROM item i JOIN price_book b ON b.item_id = i.id WHERE i.active AND i.sku IN (<skus>)")
                .bindList("skus", skus.stream().distinct().toList())
                .mapTo(Row.class)
                .stream()
                .collect(Collectors.toMap(Row::sku, Row::price)));
    }
}
