package entrepot.web.api;

import entrepot.inventory.catalogue.Category;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.CategoryDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Groups of items. */
@Path("categories")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@MayWrite({"buyer", "admin"})
public class CategoriesResource extends RegisterResource<Category> {

    @EJB
    private CategoryDesk desk;

    public CategoriesResource() {
        super("category", Category::called);
    }

    @Override
    Register<Category> desk() {
        return desk;
    }
}
