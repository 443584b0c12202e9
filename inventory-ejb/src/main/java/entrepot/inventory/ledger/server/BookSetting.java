package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.ChartOfAccounts;
import entrepot.inventory.ledger.Closing;
import entrepot.inventory.ledger.ItemFacts;
import entrepot.inventory.ledger.PieceSize;
import entrepot.inventory.ledger.Spot;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.LateCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.kernel.Sku;
import entrepot.kernel.book.Account;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.platform.sql.Remembered;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What a group of commands takes for given: company, chart of accounts, the items and locations it names. */
@ApplicationScoped
public class BookSetting {

    private static final int CHECKPOINTS_APART = 128;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private Ids ids;

    private final Remembered<ItemId, ItemFacts> items = new Remembered<>();
    private final Remembered<Class<?>, ChartOfAccounts> chart = new Remembered<>();
    private final Remembered<Class<?>, Map<LocationId, Spot>> spots = new Remembered<>();

    Books.Setting read(Handle handle, Collection<ItemId> items) {
        return read(handle, Remembered.stamp(handle), items, Closing.NONE);
    }

    /** @param stamp of {@link Remembered#stamp} */
    Books.Setting read(Handle handle, String stamp, Collection<ItemId> items, Closing closing) {
        return new Books.Setting(
                companies.company().currency(), chart.get(stamp, ChartOfAccounts.class, () -> chart(handle)), facts(handle, stamp, items),
                spots.get(stamp, Spot.class, () -> locations(handle)), ids::next, closing, CHECKPOINTS_APART);
    }

    /** Whether the items and their rules are what they were when the setting was read. @param stamp it was read with */
    boolean isStill(Handle handle, String stamp, Books.Setting setting) {
        String now = Remembered.stamp(handle);
        return now.equals(stamp) || facts(handle, now, setting.items().keySet()).equals(setting.items());
    }

    private Map<ItemId, ItemFacts> facts(Handle handle, String stamp, Collection<ItemId> asked) {
        return items.find(stamp, asked, unknown -> items(handle, unknown));
    }

    /** The account of stock of item {@code i}, as a column; {@code site} is one of a query, or 0. */
    public static String inventoryAccount(String site) {
        return "(SELECT a.account_code FROM account_mapping a WHERE a.role = 'INVENTORY' AND a.category_id IN (0, COALESCE(i.category_id, 0))"
                + " AND a.site_id IN (0, " + site + ") ORDER BY a.category_id = 0, a.site_id = 0 LIMIT 1)";
    }

    /** What is valued together of an item, as a column. @param item the alias of its row in a query */
    public static String scope(String item) {
        return "(SELECT COALESCE(" + item + ".scope, sco.scope, sca.scope) FROM cost_policy sca LEFT JOIN cost_policy sco ON sco.category_id = " + item
                + ".category_id WHERE sca.category_id = 0)";
    }

    /** The place of the pool in which what lies at {@code location} is valued, as a column. @param location its number in a query */
    public static String pooledAt(String item, String location) {
        return "(SELECT CASE IF(vla.drop_ship, 'LOCATION', " + scope(item) + ") WHEN 'COMPANY' THEN 0 WHEN 'GROUP'"
                + " THEN COALESCE(vls.location_group_id, vls.id) ELSE vls.id END FROM location vla JOIN location vls ON vls.id = vla.site_id"
                + " WHERE vla.id = " + location + ")";
    }

    public ChartOfAccounts chart() {
        return database.jdbi().withHandle(BookSetting::chart);
    }

    private static ChartOfAccounts chart(Handle handle) {
        Map<ChartOfAccounts.Key, NavigableMap<LocalDate, Account>> accounts = new HashMap<>();
        handle.createQuery("SELECT role, category_id, site_id, valid_from, account_code FROM account_mapping")
                .map((row, context) -> accounts
                        .computeIfAbsent(new ChartOfAccounts.Key(AccountRole.valueOf(row.getString(1)), row.getLong(2), row.getLong(3)),
                                first -> new TreeMap<>())
                        .put(row.getObject(4, LocalDate.class), new Account(row.getString(5))))
                .list();
        Map<AccountRole, Set<Account>> played = new HashMap<>();
        handle.createQuery("SELECT role, account_code FROM account_role")
                .map((row, context) -> played.computeIfAbsent(AccountRole.valueOf(row.getString(1)), first -> new HashSet<>())
                        .add(new Account(row.getString(2))))
                .list();
        return new ChartOfAccounts(accounts, played);
    }

    private static Map<ItemId, ItemFacts> items(Handle handle, Collection<ItemId> items) {
        Map<ItemId, ItemFacts> facts = new HashMap<>();
        List<Long> rescoped = new ArrayList<>();
        for (List<Long> part : Rows.parts(items.stream().map(ItemId::value).toList())) {
            handle.createQuery("SELECT i.id, i.sku, i.costing, COALESCE(i.average_period, o.average_period, c.average_period),"
                            + " COALESCE(o.late_cost, c.late_cost), COALESCE(o.below_zero, c.below_zero), i.category_id, i.active,"
                            + " i.tracking, COALESCE(i.scope, o.scope, c.scope), i.turned, i.scope IS NOT NULL, i.piece_size, i.piece_tolerance"
                            + " FROM item i JOIN cost_policy c ON c.category_id = 0"
                            + " LEFT JOIN cost_policy o ON o.category_id = i.category_id WHERE i.id IN (<items>)")
                    .bindList("items", part)
                    .map((row, context) -> {
                        if (row.getBoolean(12)) {
                            rescoped.add(row.getLong(1));
                        }
                        return facts.put(new ItemId(row.getLong(1)), facts(row));
                    })
                    .list();
        }
        rescoped.forEach(item -> facts.computeIfPresent(new ItemId(item), (same, one) -> one.scoped(scopes(handle, item))));
        return facts;
    }

    private static ItemFacts facts(ResultSet row) throws SQLException {
        var policy = new CostPolicy(CostFlow.valueOf(row.getString(3)), AveragePeriod.valueOf(row.getString(4)), LateCost.valueOf(row.getString(5)),
                row.getBoolean(6), BigDecimal.ZERO);
        return new ItemFacts(new Sku(row.getString(2)), policy, row.getLong(7), row.getBoolean(8), Tracking.valueOf(row.getString(9)),
                ItemFacts.ever(CostingScope.valueOf(row.getString(10))), row.getBoolean(11), pieces(row));
    }

    private static PieceSize pieces(ResultSet row) throws SQLException {
        BigDecimal tolerance = row.getBigDecimal(14);
        return tolerance == null ? null : new PieceSize(new Quantity(row.getLong(13)), tolerance);
    }

    /** What was valued together of an item, by the day from which it was. */
    private static SortedMap<LocalDate, CostingScope> scopes(Handle handle, long item) {
        SortedMap<LocalDate, CostingScope> scopes = new TreeMap<>();
        handle.createQuery("SELECT p.business_date, s.was, s.becomes FROM scope_change s JOIN posting p ON p.seq = s.posting_seq"
                        + " WHERE s.item_id = ? ORDER BY p.business_date, p.seq")
                .bind(0, item)
                .map((row, context) -> {
                    scopes.putIfAbsent(ItemFacts.BEGINNING, CostingScope.valueOf(row.getString(2)));
                    return scopes.put(row.getObject(1, LocalDate.class), CostingScope.valueOf(row.getString(3)));
                })
                .list();
        return scopes;
    }

    private static Map<LocationId, Spot> locations(Handle handle) {
        Map<LocationId, Spot> spots = new HashMap<>();
        handle.createQuery("SELECT l.id, l.code, l.site_id, COALESCE(s.location_group_id, s.id), l.status = 'AVAILABLE', l.drop_ship,"
                        + " l.status = 'CONSIGNED' FROM location l JOIN location s ON s.id = l.site_id")
                .map((row, context) -> spots.put(new LocationId(row.getLong(1)),
                        new Spot(row.getString(2), new LocationId(row.getLong(3)), new LocationId(row.getLong(4)), row.getBoolean(5),
                                row.getBoolean(6), row.getBoolean(7))))
                .list();
        return Map.copyOf(spots);
    }
}
