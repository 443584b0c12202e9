package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Category;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "category")
public class CategoryRow extends NumberedRow<Category> {

    @Override
    void take(Category entry) {
        super.take(entry);
        take(entry.name(), entry.active());
    }

    @Override
    Category entry() {
        return new Category(code(), name(), active());
    }
}
