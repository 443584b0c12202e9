package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Gtin;
import entrepot.inventory.catalogue.ItemFilter;
import entrepot.inventory.catalogue.ItemSummary;
import entrepot.inventory.catalogue.ScannedCode;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which items match? In order of SKU. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class ItemSearch {

    private static final int MOST_WORDS = 8;

    @Inject
    private Database database;

    /**
     * @param after the last SKU of the part before, or null
     * @throws IllegalArgumentException where the filter's barcode has a wrong check digit
     */
    public List<ItemSummary> list(ItemFilter filter, String after, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = String.join(" AND ", conditions(filter, after, values));
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.sku, i.name, i.unit_code unit, c.code category, i.costing, s.code supplier,"
                        + " i.purchase_cost, i.active FROM item i LEFT JOIN category c ON c.id = i.category_id"
                        + " LEFT JOIN supplier s ON s.id = i.supplier_id WHERE " + where + " ORDER BY i.sku LIMIT :limit")
                .bindMap(values)
                .bind("limit", limit)
                .mapTo(ItemSummary.class)
                .list());
    }

    private static List<String> conditions(ItemFilter filter, String after, Map<String, Object> values) {
        var all = new ArrayList<String>();
        add(all, values, "after", after == null ? "" : after, "i.sku > :after");
        add(all, values, "sku", start(filter.sku()), "i.sku LIKE :sku ESCAPE '!'");
        add(all, values, "name", part(filter.name()), "i.name LIKE :name ESCAPE '!'");
        add(all, values, "category", filter.category(), "c.code = :category");
        add(all, values, "supplier", filter.supplier(), "s.code = :supplier");
        add(all, values, "active", filter.active(), "i.active = :active");
        add(all, values, "gtin", gtin(filter.barcode()),
                "EXISTS (SELECT 1 FROM barcode b WHERE b.item_id = i.id AND b.gtin14 = :gtin)");
        words(filter.text(), all, values);
        return all;
    }

    private static void add(List<String> all, Map<String, Object> values, String name, Object value, String condition) {
        if (value != null) {
            all.add(condition);
            values.put(name, value);
        }
    }

    private static void words(String text, List<String> all, Map<String, Object> values) {
        if (text == null || text.isBlank()) {
            return;
        }
        String[] words = text.strip().split("\\s+", MOST_WORDS + 1);
        for (int number = 0; number < Math.min(words.length, MOST_WORDS); number++) {
            String name = "word" + number;
            values.put(name, start(words[number]));
            values.put(name + "inside", "% " + start(words[number]));
            all.add("(i.sku LIKE :%1$s ESCAPE '!' OR i.name LIKE :%1$s ESCAPE '!' OR i.name LIKE :%1$sinside ESCAPE '!'"
                    .formatted(name) + " OR EXISTS (SELECT 1 FROM barcode b WHERE b.item_id = i.id AND b.gtin LIKE :" + name
                    + " ESCAPE '!'))");
        }
    }

    private static String gtin(String scanned) {
        return scanned == null ? null : new ScannedCode(scanned).gtin().map(Gtin::fourteen).orElse("");
    }

    private static String start(String text) {
        return text == null ? null : escaped(text) + "%";
    }

    private static String part(String text) {
        return text == null ? null : "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.strip().replaceAll("([%_!])", "!$1");
    }
}
