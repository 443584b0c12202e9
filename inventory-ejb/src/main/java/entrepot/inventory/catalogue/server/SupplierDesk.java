package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.Supplier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whom goods are bought from. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class SupplierDesk implements Register<Supplier> {

    private static final Shelf.Kind<Supplier, SupplierRow> KIND = new Shelf.Kind<>(SupplierRow.class, "supplier", "supplier_id");

    @Inject
    private Shelf shelf;

    @Override
    public List<Kept<Supplier>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    @Override
    public Optional<Kept<Supplier>> find(String code) {
        return shelf.find(KIND, code);
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Supplier> create(Supplier entry) {
        return shelf.add(KIND, entry);
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Supplier> change(int version, Supplier entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> {});
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
