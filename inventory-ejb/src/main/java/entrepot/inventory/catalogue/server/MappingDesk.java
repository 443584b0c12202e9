package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.AccountMapping;
import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.LedgerAccount;
import entrepot.inventory.ledger.AccountRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * Which account plays a role, by category. The inventory account of stock that is held stays what it is: its value would
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

    private record Place(AccountRole role, long category) {}

    public List<Kept<AccountMapping>> all() {
        return table.all();
    }

    public Optional<Kept<AccountMapping>> find(String role, String category) {
        Place place = place(role, category);
        return table.locked(place.role(), place.category());
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<AccountMapping> create(AccountMapping mapping) {
        Place place = place(mapping.role(), mapping.category());
        if (table.locked(place.role(), place.category()).isPresent()) {
            throw CatalogueRefused.conflict("exists", "role " + words(mapping) + " is mapped already");
        }
        check(place, mapping);
        table.insert(place.role(), place.category(), mapping.account());
        return table.locked(place.role(), place.category()).orElseThrow();
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<AccountMapping> change(int version, AccountMapping mapping) {
        Place place = place(mapping.role(), mapping.category());
        AccountMapping now = current(place, version, mapping);
        if (!now.account().equals(mapping.account())) {
            check(place, mapping);
            table.update(place.role(), place.category(), mapping.account());
        }
        return table.locked(place.role(), place.category()).orElseThrow();
    }

    @RolesAllowed({"accountant", "admin", "system"})
    public void remove(String role, String category, int version) {
        Place place = place(role, category);
        current(place, version, new AccountMapping(role, category, null));
        if (place.category() == 0) {
            throw CatalogueRefused.conflict("default-mapping", "role " + role + " needs an account for all other categories");
        }
        nothingHeld(place);
        table.delete(place.role(), place.category());
    }

    private AccountMapping current(Place place, int version, AccountMapping mapping) {
        Kept<AccountMapping> now = table.locked(place.role(), place.category())
                .orElseThrow(() -> CatalogueRefused.notFound("mapping of role " + words(mapping)));
        if (now.version() != version) {
            throw CatalogueRefused.stale("mapping of role " + words(mapping), now.version(), version);
        }
        return now.value();
    }

    private Place place(String role, String category) {
        var flaws = new Flaws();
        AccountRole found = flaws.oneOf("role", role, AccountRole.class);
        long id = category == null ? 0 : categoryId(category).orElse(-1L);
        if (id < 0) {
            flaws.add("category", "unknown", "no category '" + category + "'");
        }
        CatalogueRefused.ifAny(flaws.found());
        return new Place(found, id);
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
        if (place.role() == AccountRole.INVENTORY && held.inCategory(place.category())) {
            throw CatalogueRefused.conflict("stock-held",
                    "items of this category have stock, whose value stands on the inventory account as it is mapped now");
        }
    }

    private static String words(AccountMapping mapping) {
        return mapping.role() + (mapping.category() == null ? "" : " of category " + mapping.category());
    }
}
