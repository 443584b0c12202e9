package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Category;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Register;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Groups of items. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class CategoryDesk implements Register<Category> {

    private static final Shelf.Kind<Category, CategoryRow> KIND = new Shelf.Kind<>(CategoryRow.class, "category", "category_id");

    @Inject
    private Shelf shelf;

    @Override
    public List<Kept<Category>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    @Override
    public Optional<Kept<Category>> find(String code) {
        return shelf.find(KIND, code);
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Category> create(Category entry) {
        return shelf.add(KIND, entry);
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Category> change(int version, Category entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> {});
    }

    @Override
    @RolesAllowed({"buyer", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
