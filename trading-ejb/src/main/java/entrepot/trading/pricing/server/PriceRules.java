package entrepot.trading.pricing.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.pricing.PriceRule;
import entrepot.trading.pricing.RuleBook;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** The rules by which prices are made: read, written, removed. */
@Stateless
@RolesAllowed({"pricing", "admin"})
public class PriceRules {

    private static final Logger LOG = System.getLogger(PriceRules.class.getName());

    @PersistenceContext(unitName = "trading")
    private EntityManager rows;

    @Inject
    private Ids ids;

    @Inject
    private Database database;

    @Resource
    private SessionContext context;

    /**
     * A rule as people see it.
     *
     * @param target SKU or code of the category, or null for all
     */
    public record Stored(long id, int version, RuleBook.Scope.Kind scope, String target, boolean active, PriceRule rule) {}

    /** What to store. @param target SKU or code of the category, or null for all */
    public record Wanted(RuleBook.Scope.Kind scope, String target, boolean active, PriceRule rule) {}

    @RolesAllowed({"pricing", "buyer", "accountant", "auditor", "admin"})
    public List<Stored> list() {
        return rows.createQuery("SELECT r FROM RuleRow r ORDER BY r.id", RuleRow.class).getResultStream().map(this::stored).toList();
    }

    @RolesAllowed({"pricing", "buyer", "accountant", "auditor", "admin"})
    public Optional<Stored> find(long id) {
        return Optional.ofNullable(rows.find(RuleRow.class, id)).map(this::stored);
    }

    /** The rule that counts for an item. @param category null where the item has none */
    @RolesAllowed({"pricing", "admin", "system"})
    public Optional<RuleBook.Entry> inForce(long item, Long category) {
        return new RuleBook(rows.createQuery("SELECT r FROM RuleRow r WHERE r.active = TRUE AND (r.scope = 'ALL'"
                        + " OR r.scope = 'CATEGORY' AND r.targetId = :category OR r.scope = 'ITEM' AND r.targetId = :item)", RuleRow.class)
                .setParameter("category", category == null ? 0L : category)
                .setParameter("item", item)
                .getResultStream()
                .map(RuleRow::entry)
                .toList()).ruleFor(item, category);
    }

    /** @throws PriceRefused where the target is unknown or has a rule already */
    public Stored add(Wanted wanted) {
        RuleRow row = new RuleRow(ids.next());
        take(row, wanted);
        rows.persist(row);
        rows.flush();
        return told("added", row);
    }

    /** @return empty where there is no such rule. @throws PriceRefused where {@code version} is not the one there is */
    public Optional<Stored> change(long id, int version, Wanted wanted) {
        return Optional.ofNullable(rows.find(RuleRow.class, id)).map(row -> {
            mustBe(row, version);
            take(row, wanted);
            rows.flush();
            return told("changed", row);
        });
    }

    public boolean remove(long id, int version) {
        RuleRow row = rows.find(RuleRow.class, id);
        if (row == null) {
            return false;
        }
        mustBe(row, version);
        rows.remove(row);
        told("removed", row);
        return true;
    }

    private void take(RuleRow row, Wanted wanted) {
        long target = target(wanted);
        boolean taken = rows.createQuery("SELECT COUNT(r) FROM RuleRow r WHERE r.scope = :scope AND r.targetId = :target AND r.id <> :id",
                        Long.class)
                .setParameter("scope", wanted.scope())
                .setParameter("target", target)
                .setParameter("id", row.id())
                .getSingleResult() > 0;
        if (taken) {
            throw PriceRefused.of(PriceRefused.Kind.CONFLICT, "rule-exists", "/target", "there is a rule for this already");
        }
        row.take(new RuleBook.Scope(wanted.scope(), target), wanted.rule(), wanted.active());
    }

    private long target(Wanted wanted) {
        if (wanted.scope() == RuleBook.Scope.Kind.ALL) {
            return 0;
        }
        String table = wanted.scope() == RuleBook.Scope.Kind.ITEM ? "item WHERE sku = ?" : "category WHERE code = ?";
        Optional<Long> found = database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT id FROM " + table).bind(0, wanted.target()).mapTo(Long.class).findOne());
        return found.orElseThrow(() -> PriceRefused.of(PriceRefused.Kind.INVALID, "unknown-target", "/target",
                "no " + wanted.scope().name().toLowerCase(java.util.Locale.ROOT) + " '" + wanted.target() + "'"));
    }

    private static void mustBe(RuleRow row, int version) {
        if (row.version() != version) {
            throw PriceRefused.of(PriceRefused.Kind.STALE, "stale", "#If-Match", "the rule is at version " + row.version() + " by now");
        }
    }

    private Stored told(String what, RuleRow row) {
        LOG.log(Level.INFO, "price rule {0}: rule={1} version={2} actor={3}",
                what, row.id(), row.version(), context.getCallerPrincipal().getName());
        return stored(row);
    }

    private Stored stored(RuleRow row) {
        return new Stored(row.id(), row.version(), row.scope().kind(), code(row.scope()), row.isActive(), row.rule());
    }

    private String code(RuleBook.Scope scope) {
        String sql = switch (scope.kind()) {
            case ITEM -> "SELECT sku FROM item WHERE id = ?";
            case CATEGORY -> "SELECT code FROM category WHERE id = ?";
            case ALL -> null;
        };
        return sql == null ? null : database.jdbi().withHandle(handle ->
                handle.createQuery(sql).bind(0, scope.target()).mapTo(String.class).findOne().orElse("?"));
    }
}
