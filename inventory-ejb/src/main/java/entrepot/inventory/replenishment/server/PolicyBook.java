package entrepot.inventory.replenishment.server;

import entrepot.inventory.replenishment.ReplenishmentSettings;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;

/** The numbers the company decides by, as they stand now. */
@ApplicationScoped
public class PolicyBook {

    @Inject
    private Database database;

    /**
     * The company's row.
     *
     * @param leadTimeDays where an item has no supplier yet
     * @param quietDays    how long nothing is proposed after a buyer dismissed it
     * @param overReceipt  share of an order line that may come too much
     */
    public record Policy(
            int windowDays,
            int atLeastDays,
            int reviewDays,
            double serviceLevel,
            double orderCost,
            double holdingRate,
            int leastCoverDays,
            int mostCoverDays,
            double leadTimeSpread,
            int learnFrom,
            int leadTimeDays,
            int quietDays,
            BigDecimal overReceipt) {

        public ReplenishmentSettings settings() {
            return new ReplenishmentSettings(windowDays, atLeastDays, reviewDays, serviceLevel, orderCost, holdingRate,
                    leastCoverDays, mostCoverDays, leadTimeSpread, learnFrom);
        }
    }

    public Policy policy() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT * FROM replenishment_policy").mapTo(Policy.class).one());
    }
}
