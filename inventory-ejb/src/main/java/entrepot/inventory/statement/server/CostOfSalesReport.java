package entrepot.inventory.statement.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import entrepot.inventory.subtotal.server.Subtotals;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What was sold cost, beside what it brought. Costs are the lines of the journal, put to the goods whose movement they are of. */
@Stateless
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin", "system"})
public class CostOfSalesReport {

    private static final String COSTS = "SELECT m.item_id, m.location_id, j.business_date day, 0 quantity, 0 net, j.amount cost FROM journal_line j%s"
            + " LEFT JOIN movement m ON m.id = j.movement_id WHERE j.account_code IN"
            + " (SELECT account_code FROM account_role WHERE role = 'COST_OF_SALES') AND j.business_date BETWEEN :from AND :to";
    private static final String SALES = "SELECT m.item_id, m.location_id, e.business_date, e.quantity, e.net, 0 FROM sale_line e%s"
            + " JOIN movement m ON m.id = e.movement_id WHERE e.business_date BETWEEN :from AND :to";

    @Inject
    private Figures figures;

    /** What a row stands for. */
    public enum By {
        ITEM("i.sku", "i.name"), CATEGORY("c.code", "c.name"), LOCATION("l.code", "l.name"), MONTH("DATE_FORMAT(x.day, '%Y-%m')", "NULL");

        private final String code;
        private final String name;

        By(String code, String name) {
            this.code = code;
            this.name = name;
        }
    }

    /**
     * @param code     null for what is in no category, and for cost that is of no item: the last row
     * @param quantity null where it adds up items of different units
     * @param net      of sales less returns, after discount, without tax
     */
    public record Row(String code, String name, Quantity quantity, Money net, Money cost) {

        @JsonProperty
        public Money margin() {
            return net.minus(cost);
        }

        /** As a share of what was sold, or null where nothing was. */
        @JsonProperty
        public BigDecimal marginShare() {
            return net.minor() == 0 ? null
                    : BigDecimal.valueOf(margin().minor()).divide(BigDecimal.valueOf(net.minor()), 4, RoundingMode.HALF_UP);
        }
    }

    /** What the accounts of cost of sales, and of revenue less discounts, say of the period. */
    public record Account(Money cost, Money net) {}

    public record Found(Row total, Account account, List<Row> rows) {

        /** Of all goods only. */
        public boolean ties() {
            return total.cost().equals(account.cost());
        }
    }

    /** @param after a code of the part before, or null for the start */
    public Found find(StatementFilter filter, By by, String after, int limit) {
        return figures.readOneMoment(handle -> new Found(
                query(handle, filter, "NULL", "NULL", "").mapTo(Row.class).one(),
                account(handle, filter),
                query(handle, filter, by.code, by.name, " AND (:after IS NULL OR " + by.code + " > :after OR " + by.code + " IS NULL)"
                        + " GROUP BY 1, 2 HAVING SUM(x.cost) <> 0 OR SUM(x.net) <> 0 OR SUM(x.quantity) <> 0 ORDER BY " + by.code + " IS NULL, 1 LIMIT :limit")
                        .bind("after", after)
                        .bind("limit", limit)
                        .mapTo(Row.class)
                        .list()));
    }

    private static Query query(Handle handle, StatementFilter filter, String code, String name, String more) {
        boolean oneItem = code.equals(By.ITEM.code) || filter.sku() != null;
        Query query = handle.createQuery("SELECT " + code + " code, " + name + " name, " + (oneItem ? "COALESCE(SUM(x.quantity), 0)" : "NULL") + " quantity,"
                + " COALESCE(SUM(x.net), 0) net, COALESCE(SUM(x.cost), 0) cost FROM (" + COSTS.formatted(Known.at(filter.knownAt(), "j"))
                + " UNION ALL " + SALES.formatted(Known.at(filter.knownAt(), "e")) + ") x LEFT JOIN item i ON i.id = x.item_id"
                + " LEFT JOIN location q ON q.id = x.location_id LEFT JOIN location l ON l.id = q.site_id LEFT JOIN category c ON c.id = i.category_id WHERE" + Known.FILTER + more);
        return Known.goods(Known.period(query, filter), filter);
    }

    private static Account account(Handle handle, StatementFilter filter) {
        Subtotals known = Subtotals.of(handle, filter.knownAt());
        return known.bind(handle.createQuery("SELECT COALESCE(SUM(IF(r.cost, j.amount, 0)), 0) cost, COALESCE(-SUM(IF(r.cost, 0, j.amount)), 0) net"
                        + " FROM " + known.journal() + " j JOIN (SELECT account_code, MAX(role = 'COST_OF_SALES') cost"
                        + " FROM account_role WHERE role IN ('COST_OF_SALES', 'REVENUE', 'DISCOUNT') GROUP BY account_code) r"
                        + " ON r.account_code = j.account_code WHERE j.business_date BETWEEN :from AND :to"))
                .bind("from", filter.from())
                .bind("to", filter.to())
                .mapTo(Account.class)
                .one();
    }
}
