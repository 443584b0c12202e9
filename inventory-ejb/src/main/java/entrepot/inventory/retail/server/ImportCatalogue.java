package entrepot.inventory.retail.server;

import entrepot.inventory.retail.Buying;
import entrepot.inventory.retail.RetailItem;
import entrepot.inventory.retail.RetailSurvey;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The location, supplier, items and customers that an import names. What is there already stays as it is. */
@ApplicationScoped
public class ImportCatalogue {

    private static final String SUPPLIER = "ONLINE-RETAIL";
    private static final String CATEGORY = "ONLINE-RETAIL";
    private static final int NAME = 120;

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    void add(RetailSurvey survey, String location) {
        database.jdbi().useHandle(handle -> {
            handle.execute("INSERT IGNORE INTO location (id, code, name) VALUES (?, ?, ?)", ids.next(), location, "Online shop");
            handle.execute("INSERT IGNORE INTO category (id, code, name) VALUES (?, ?, ?)", ids.next(), CATEGORY, "Gifts sold online");
            handle.execute("INSERT IGNORE INTO supplier (id, code, name, lead_time_days) VALUES (?, ?, ?, ?)",
                    ids.next(), SUPPLIER, "Declared supplier of the online shop", Buying.DECLARED.leadDays());
            items(handle, survey.items().values());
            customers(handle, survey.customers());
        });
    }

    private void items(Handle handle, Collection<RetailItem> items) {
        long category = number(handle, "category", CATEGORY);
        long supplier = number(handle, "supplier", SUPPLIER);
        PreparedBatch rows = handle.prepareBatch("INSERT IGNORE INTO item"
                + " (id, sku, name, unit_code, category_id, costing, supplier_id, purchase_cost) VALUES (?, ?, ?, 'EA', ?, 'FIFO', ?, ?)");
        items.forEach(item -> rows.add(ids.next(), item.sku(), item.name(), category, supplier,
                item.unitCost().signum() == 0 ? null : item.unitCost()));
        rows.execute();
    }

    private void customers(Handle handle, Map<String, String> customers) {
        if (customers.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("INSERT IGNORE INTO customer (id, code, name) VALUES (?, ?, ?)");
        customers.forEach((number, country) -> {
            String name = "Customer " + number + ", " + country;
            rows.add(ids.next(), number, name.substring(0, Math.min(NAME, name.length())));
        });
        rows.execute();
    }

    private static long number(Handle handle, String table, String code) {
        return handle.createQuery("SELECT id FROM " + table + " WHERE code = ?").bind(0, code).mapTo(long.class).one();
    }
}
