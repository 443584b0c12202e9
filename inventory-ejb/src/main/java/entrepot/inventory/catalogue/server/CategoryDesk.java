package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Category;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Groups of items. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class CategoryDesk {

    private static final Shelf.Kind<Category, CategoryRow> KIND = new Shelf.Kind<>(CategoryRow.class, "category", "category_id");

    @Inject
    private Shelf shelf;

    public List<Kept<Category>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    public Optional<Kept<Category>> find(String code) {
        return shelf.find(KIND, code);
    }

    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Category> create(Category entry) {
        return shelf.add(KIND, entry);
    }

    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<Category> change(int version, Category entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> {});
    }

    /** Only of what was never used. */
    @RolesAllowed({"buyer", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
