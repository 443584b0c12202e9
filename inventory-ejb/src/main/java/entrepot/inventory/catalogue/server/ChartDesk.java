package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.LedgerAccount;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Register;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The chart of accounts. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class ChartDesk implements Register<LedgerAccount> {

    private static final Shelf.Kind<LedgerAccount, AccountRow> KIND = new Shelf.Kind<>(AccountRow.class, "account", "account_code");

    @Inject
    private Shelf shelf;

    @Inject
    private MappingTable mappings;

    @Override
    public List<Kept<LedgerAccount>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    @Override
    public Optional<Kept<LedgerAccount>> find(String code) {
        return shelf.find(KIND, code);
    }

    @Override
    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<LedgerAccount> create(LedgerAccount entry) {
        return shelf.add(KIND, entry);
    }

    @Override
    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<LedgerAccount> change(int version, LedgerAccount entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> stillFit(row, entry, flaws));
    }

    private void stillFit(AccountRow row, LedgerAccount entry, Flaws flaws) {
        Optional<String> use = shelf.use(KIND, row, row.code());
        if (!row.entry().kind().equals(entry.kind()) && use.isPresent()) {
            flaws.add("kind", "in-use", "account " + row.code() + " is used in " + use.get().replace('_', ' ') + ": it stays "
                    + row.entry().kind());
        }
        if (!entry.active() && mappings.mapTo(row.code())) {
            flaws.add("active", "mapped", "account " + row.code() + " plays a role: map the role to another account first");
        }
    }

    @Override
    @RolesAllowed({"accountant", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
