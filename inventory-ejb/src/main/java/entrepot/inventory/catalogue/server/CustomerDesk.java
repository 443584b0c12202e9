package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Customer;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Register;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whom goods are sold to. A cashier may add one, not change it. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class CustomerDesk implements Register<Customer> {

    private static final Shelf.Kind<Customer, CustomerRow> KIND = new Shelf.Kind<>(CustomerRow.class, "customer", "customer_id");

    @Inject
    private Shelf shelf;

    @Override
    public List<Kept<Customer>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    @Override
    public Optional<Kept<Customer>> find(String code) {
        return shelf.find(KIND, code);
    }

    @Override
    @RolesAllowed({"cashier", "buyer", "admin", "system"})
    public Kept<Customer> create(Customer entry) {
        return shelf.add(KIND, entry);
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Customer> change(int version, Customer entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> {});
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
