package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.Unit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Units of measure that are the same for every item. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class UnitDesk implements Register<Unit> {

    private static final Shelf.Kind<Unit, UnitRow> KIND = new Shelf.Kind<>(UnitRow.class, "unit", "unit_code");

    @Inject
    private Shelf shelf;

    @Override
    public List<Kept<Unit>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    @Override
    public Optional<Kept<Unit>> find(String code) {
        return shelf.find(KIND, code);
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Unit> create(Unit entry) {
        return shelf.add(KIND, entry);
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Unit> change(int version, Unit entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> sameSize(row, entry, flaws));
    }

    /** A quantity on the books must go on to mean what it meant. */
    private void sameSize(UnitRow row, Unit entry, Flaws flaws) {
        if (!row.entry().measure().equals(entry.measure()) && shelf.use(KIND, row, row.code()).isPresent()) {
            flaws.add("size", "in-use", "unit " + row.code() + " is used by items: it stays " + row.entry().size() + " of "
                    + row.entry().dimension());
        }
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
