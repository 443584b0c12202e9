package entrepot.inventory.count.server;

import entrepot.inventory.count.AbcClass;
import entrepot.inventory.count.AbcRule;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Works out the class of every item from what of it left, at cost: sales less returns, and issues. */
@Stateless
@RolesAllowed("system")
public class ClassTable {

    @Inject
    private Database database;

    @Inject
    private CountPolicyTable policies;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private record Row(long itemId, long used) {}

    /** All of them in one transaction. @return how many items */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long workOut() {
        CountPolicy policy = policies.read();
        LocalDate today = companies.company().businessDate(clock.instant());
        List<AbcRule.Usage> usages = usages(today.minusDays(policy.usageDays()));
        Map<ItemId, AbcClass> classes = policy.classes().classes(usages);
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM stock_count_class");
            Batch.execute(handle, "INSERT INTO stock_count_class (item_id, class, usage_value, worked_out) VALUES (?, ?, ?, ?)",
                    usages.stream().map(usage -> new Object[] {usage.item().value(), classes.get(usage.item()).name(),
                            Math.max(0, usage.value().minor()), today}));
        });
        return usages.size();
    }

    private List<AbcRule.Usage> usages(LocalDate since) {
        Currency currency = companies.company().currency();
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.id item_id, COALESCE(u.used, 0) used FROM item i LEFT JOIN (SELECT m.item_id, -SUM(v.amount) used"
                        + " FROM movement m JOIN value_entry v ON v.movement_id = m.id WHERE m.business_date >= ?"
                        + " AND m.kind IN ('SALE', 'CUSTOMER_RETURN', 'ISSUE') GROUP BY m.item_id) u ON u.item_id = i.id WHERE i.active")
                .bind(0, since)
                .mapTo(Row.class)
                .map(row -> new AbcRule.Usage(new ItemId(row.itemId()), new Money(row.used(), currency)))
                .list());
    }
}
