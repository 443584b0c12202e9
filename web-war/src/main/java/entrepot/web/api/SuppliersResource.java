package entrepot.web.api;

import entrepot.inventory.catalogue.Supplier;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.SupplierDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Whom goods are bought from. */
@Path("suppliers")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@MayWrite({"buyer", "admin"})
public class SuppliersResource extends RegisterResource<Supplier> {

    @EJB
    private SupplierDesk desk;

    public SuppliersResource() {
        super("supplier", Supplier::called);
    }

    @Override
    Register<Supplier> desk() {
        return desk;
    }
}
