package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.CostRule;
import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.LateCost;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * How items are costed, by category. A rule stands once something moved by it: costs that are worked out anew would
 * otherwise change without a posting that says so.
 */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class CostRuleDesk {

    @PersistenceContext(unitName = "inventory")
    private EntityManager rows;

    @Inject
    private CostRuleTable table;

    public List<Kept<CostRule>> all() {
        return table.all();
    }

    public Optional<Kept<CostRule>> find(String category) {
        return table.locked(id(category));
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<CostRule> create(CostRule asked) {
        long category = check(asked);
        CostRule rule = asked.scope() != null ? asked : asked.valuedBy(table.locked(0).orElseThrow().value().scope());
        if (table.locked(category).isPresent()) {
            throw CatalogueRefused.conflict("exists", "category " + rule.category() + " has a rule already");
        }
        unmoved(table.hasMoved(category));
        accountsAllow(category, rule);
        table.put(category, rule);
        return table.locked(category).orElseThrow();
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<CostRule> change(int version, CostRule asked) {
        long category = check(asked);
        Kept<CostRule> now = current(category, asked.category(), version);
        CostRule rule = asked.scope() != null ? asked : asked.valuedBy(now.value().scope());
        if (!now.value().equals(rule)) {
            unmoved(table.isUsed(category));
            accountsAllow(category, rule);
            table.put(category, rule);
        }
        return table.locked(category).orElseThrow();
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public void remove(String code, int version) {
        long category = id(code);
        current(category, code, version);
        if (category == 0) {
            throw CatalogueRefused.conflict("default-rule", "all other categories need this rule");
        }
        unmoved(table.isUsed(category));
        accountsAllow(category, table.locked(0).orElseThrow().value());
        table.delete(category);
    }

    private Kept<CostRule> current(long category, String code, int version) {
        Kept<CostRule> now = table.locked(category).orElseThrow(() -> CatalogueRefused.notFound("rule of category " + code));
        if (now.version() != version) {
            throw CatalogueRefused.stale("the rule", now.version(), version);
        }
        return now;
    }

    private static void unmoved(boolean moved) {
        if (moved) {
            throw CatalogueRefused.conflict("has-movements", "items of this category have moved by the rule as it is;"
                    + " a category of its own can have another rule before its first movement, and what is valued together is changed by"
                    + " a change of scope");
        }
    }

    /** What is worth one sum at several sites cannot stand on an account for each. */
    private void accountsAllow(long category, CostRule rule) {
        if (!rule.scope().equals(CostingScope.LOCATION.name()) && table.hasStockAccountsBySite(category)) {
            throw CatalogueRefused.conflict("accounts-by-site", "stock has accounts by site, so each site is valued by itself;"
                    + " remove those mappings of INVENTORY first");
        }
    }

    private long check(CostRule rule) {
        var flaws = new Flaws();
        flaws.oneOf("averagePeriod", rule.averagePeriod(), AveragePeriod.class);
        flaws.oneOf("lateCost", rule.lateCost(), LateCost.class);
        if (rule.belowZero() == null) {
            flaws.add("belowZero", "missing", "is required");
        }
        if (rule.scope() != null) {
            flaws.oneOf("scope", rule.scope(), CostingScope.class);
        }
        CatalogueRefused.ifAny(flaws.found());
        return id(rule.category());
    }

    private long id(String category) {
        if (category == null) {
            return 0;
        }
        var flaws = new Flaws();
        Optional<Long> found = rows.createQuery("select c.id from CategoryRow c where c.code = :code", Long.class)
                .setParameter("code", category).getResultStream().findFirst();
        if (found.isEmpty()) {
            flaws.add("category", "unknown", "no category '" + category + "'");
        }
        CatalogueRefused.ifAny(flaws.found());
        return found.orElseThrow();
    }
}
