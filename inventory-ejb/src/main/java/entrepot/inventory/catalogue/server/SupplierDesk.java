package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Supplier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whom goods are bought from. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class SupplierDesk {

    private static final Shelf.Kind<Supplier, SupplierRow> KIND = new Shelf.Kind<>(SupplierRow.class, "supplier", "supplier_id");

    @Inject
    private Shelf shelf;

    public List<Kept<Supplier>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    public Optional<Kept<Supplier>> find(String code) {
        return shelf.find(KIND, code);
    }

    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Supplier> create(Supplier entry) {
        return shelf.add(KIND, entry);
    }

    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Supplier> change(int version, Supplier entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> {});
    }

    /** Only of what was never used. */
    @RolesAllowed({"buyer", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
