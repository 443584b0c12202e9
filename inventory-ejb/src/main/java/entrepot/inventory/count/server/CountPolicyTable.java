package entrepot.inventory.count.server;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The one row of {@link CountPolicy}. */
@ApplicationScoped
public class CountPolicyTable {

    @Inject
    private Database database;

    CountPolicy read() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT usage_days, share_a, share_b, days_a, days_b, days_c, recount_share, recount_value, version"
                        + " FROM stock_count_policy WHERE id = 1")
                .mapTo(CountPolicy.class)
                .one());
    }

    /** @return whether it was still at the version of {@code policy} */
    boolean write(CountPolicy policy) {
        return database.jdbi().withHandle(handle -> handle.execute("UPDATE stock_count_policy SET usage_days = ?, share_a = ?, share_b = ?,"
                        + " days_a = ?, days_b = ?, days_c = ?, recount_share = ?, recount_value = ?, version = version + 1"
                        + " WHERE id = 1 AND version = ?",
                policy.usageDays(), policy.shareA(), policy.shareB(), policy.daysA(), policy.daysB(), policy.daysC(),
                policy.recountShare(), policy.recountValue(), policy.version()) == 1);
    }
}
