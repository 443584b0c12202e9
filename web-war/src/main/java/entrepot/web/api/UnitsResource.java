package entrepot.web.api;

import entrepot.inventory.catalogue.Unit;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.UnitDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Units of measure that are the same for every item. */
@Path("units")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@MayWrite({"buyer", "admin"})
public class UnitsResource extends RegisterResource<Unit> {

    @EJB
    private UnitDesk desk;

    public UnitsResource() {
        super("unit", Unit::called);
    }

    @Override
    Register<Unit> desk() {
        return desk;
    }
}
