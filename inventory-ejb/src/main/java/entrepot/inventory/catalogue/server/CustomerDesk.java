package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Customer;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whom goods are sold to. A cashier may add one, not change it. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class CustomerDesk {

    private static final Shelf.Kind<Customer, CustomerRow> KIND = new Shelf.Kind<>(CustomerRow.class, "customer", "customer_id");

    @Inject
    private Shelf shelf;

    public List<Kept<Customer>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    public Optional<Kept<Customer>> find(String code) {
        return shelf.find(KIND, code);
    }

    @RolesAllowed({"cashier", "buyer", "admin", "system"})
    public Kept<Customer> create(Customer entry) {
        return shelf.add(KIND, entry);
    }

    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Customer> change(int version, Customer entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> {});
    }

    /** Only of what was never used. */
    @RolesAllowed({"buyer", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
