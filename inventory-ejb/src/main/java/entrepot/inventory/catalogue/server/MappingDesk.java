package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.AccountMapping;
import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.LedgerAccount;
import entrepot.inventory.catalogue.server.MappingTable.Place;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.ChartOfAccounts;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.kernel.LocationId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * Which account plays a role, by category and site, and from which day. The inventory account of stock that is held stays what it is: its value would
 * be left behind on the old account.
 */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class MappingDesk {

    @PersistenceContext(unitName = "inventory")
    private EntityManager rows;

    @Inject
    private MappingTable table;

    @Inject
    private StockHeld held;

    @Inject
    private CodeBook codes;

    @Inject
    private CostRuleTable rules;

    public List<Kept<AccountMapping>> all() {
        return table.all();
    }

    /** @param at its account counts for nothing */
    public Optional<Kept<AccountMapping>> find(AccountMapping at) {
        return table.locked(place(at));
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<AccountMapping> create(AccountMapping mapping) {
        Place place = place(mapping);
        if (table.locked(place).isPresent()) {
            throw CatalogueRefused.conflict("exists", "role " + words(mapping) + " is mapped already");
        }
        check(place, mapping);
        table.insert(place, mapping.account());
        return table.locked(place).orElseThrow();
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<AccountMapping> change(int version, AccountMapping mapping) {
        Place place = place(mapping);
        AccountMapping now = current(place, version, mapping);
        if (!now.account().equals(mapping.account())) {
            check(place, mapping);
            table.update(place, mapping.account());
        }
        return table.locked(place).orElseThrow();
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public void remove(AccountMapping at, int version) {
        Place place = place(at);
        current(place, version, at);
        if (place.isRest()) {
            throw CatalogueRefused.conflict("default-mapping", "role " + at.role() + " needs an account for all other categories");
        }
        nothingHeld(place);
        table.delete(place);
    }

    private AccountMapping current(Place place, int version, AccountMapping mapping) {
        Kept<AccountMapping> now = table.locked(place)
                .orElseThrow(() -> CatalogueRefused.notFound("mapping of role " + words(mapping)));
        if (now.version() != version) {
            throw CatalogueRefused.stale("mapping of role " + words(mapping), now.version(), version);
        }
        return now.value();
    }

    private Place place(AccountMapping mapping) {
        var flaws = new Flaws();
        AccountRole role = flaws.oneOf("role", mapping.role(), AccountRole.class);
        long category = mapping.category() == null ? 0 : categoryId(mapping.category()).orElse(-1L);
        if (category < 0) {
            flaws.add("category", "unknown", "no category '" + mapping.category() + "'");
        }
        long site = mapping.location() == null ? 0 : codes.sites(List.of(mapping.location())).values().stream().findFirst().map(LocationId::value).orElse(-1L);
        if (site < 0) {
            flaws.add("location", "unknown", "no site '" + mapping.location() + "'");
        }
        if (role == AccountRole.INVENTORY && mapping.validFrom() != null) {
            flaws.add("validFrom", "not-dated", "an account of stock holds from the beginning: its value would be left behind on the old one");
        }
        if (role == AccountRole.INVENTORY && site > 0 && category >= 0 && rules.valuesSitesTogether(category)) {
            flaws.add("location", "costed-together", "some of this stock is valued for several sites together: its value at one of them is not known apart");
        }
        CatalogueRefused.ifAny(flaws.found());
        return new Place(role, category, site, mapping.validFrom() == null ? ChartOfAccounts.BEGINNING : mapping.validFrom());
    }

    private Optional<Long> categoryId(String code) {
        return rows.createQuery("select c.id from CategoryRow c where c.code = :code", Long.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    private void check(Place place, AccountMapping mapping) {
        var flaws = new Flaws();
        AccountRow account = mapping.account() == null ? null : rows.find(AccountRow.class, mapping.account());
        if (account == null || !account.active()) {
            flaws.add("account", "unknown", "no account '" + mapping.account() + "' is in use");
        } else if (!LedgerAccount.kindsFor(place.role()).contains(LedgerAccount.Kind.valueOf(account.entry().kind()))) {
            flaws.add("account", "wrong-kind", "account " + account.code() + " is of kind " + account.entry().kind() + ", role "
                    + place.role() + " needs " + LedgerAccount.kindsFor(place.role()));
        }
        CatalogueRefused.ifAny(flaws.found());
        keptApart(place, mapping.account());
        nothingHeld(place);
    }

    /** An account of stock is worth the stock: nothing else is ever booked in it. */
    private void keptApart(Place place, String account) {
        boolean held = table.heldStock(account);
        if (place.role() != AccountRole.INVENTORY && held) {
            throw CatalogueRefused.conflict("holds-stock", "account " + account + " holds the value of stock, and nothing else");
        }
        if (place.role() == AccountRole.INVENTORY && !held && table.isUsed(account)) {
            throw CatalogueRefused.conflict("used-otherwise", "account " + account + " was booked in for something else: stock needs one of its own");
        }
    }

    private void nothingHeld(Place place) {
        if (place.role() == AccountRole.INVENTORY && held.inCategory(place.category(), place.site())) {
            throw CatalogueRefused.conflict("stock-held",
                    "items of this category have stock, whose value stands on the inventory account as it is mapped now");
        }
    }

    private static String words(AccountMapping mapping) {
        return mapping.role() + (mapping.category() == null ? "" : " of category " + mapping.category())
                + (mapping.location() == null ? "" : " at " + mapping.location()) + (mapping.validFrom() == null ? "" : " from " + mapping.validFrom());
    }
}
