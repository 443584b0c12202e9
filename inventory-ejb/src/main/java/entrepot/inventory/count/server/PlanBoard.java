package entrepot.inventory.count.server;

import entrepot.inventory.count.AbcClass;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.kernel.LocationId;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What is to be counted, where and since when; and the numbers that say so. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
public class PlanBoard {

    @Inject
    private CountPolicyTable policies;

    @Inject
    private DueItems plan;

    @Inject
    private CodeBook codes;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    /** @param workedOut day of the last look at the usage, or null: never, and all items count as C */
    public record Class(String abc, long items, BigDecimal share, LocalDate workedOut) {}

    /** @param location code, or null: all. @param after the last one shown before, or null */
    public record Filter(String location, AbcClass only, boolean due, String afterSku, String afterLocation, int rows) {}

    public CountPolicy policy() {
        return policies.read();
    }

    /** Items of each class that was worked out, and their share of the value of all usage. */
    public List<Class> classes() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT class abc, COUNT(*) items, SUM(usage_value) / NULLIF((SELECT SUM(usage_value) FROM stock_count_class), 0)"
                        + " share, MAX(worked_out) worked_out FROM stock_count_class GROUP BY class ORDER BY class")
                .mapTo(Class.class)
                .list());
    }

    /** By place and class. */
    public List<DueItems.Owed> owed() {
        return plan.owed(today());
    }

    /** In order of SKU and place. */
    public List<DueItems.Due> items(Filter filter) {
        LocationId place = filter.location() == null ? null : codes.locations(List.of(filter.location())).get(filter.location());
        if (place == null && filter.location() != null) {
            return List.of();
        }
        var asked = new DueItems.Asked(place == null ? null : place.value(), filter.only() == null ? null : filter.only().name(), null,
                filter.due(), today());
        return plan.list(asked, filter.afterSku() == null ? "" : filter.afterSku(),
                filter.afterLocation() == null ? "" : filter.afterLocation(), filter.rows());
    }

    /** @throws CountRefused where somebody changed it since {@code policy} was read */
    @RolesAllowed({"accountant", "admin"})
    public void change(CountPolicy policy) {
        if (!policies.write(policy)) {
            throw CountRefused.of(CountRefused.Why.STALE, "stale", "the plan was changed meanwhile: read it again and repeat");
        }
    }

    public LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }
}
