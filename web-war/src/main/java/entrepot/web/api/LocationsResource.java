package entrepot.web.api;

import entrepot.inventory.catalogue.Location;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.LocationDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Places that hold stock. */
@Path("locations")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@MayWrite({"storekeeper", "admin"})
public class LocationsResource extends RegisterResource<Location> {

    @EJB
    private LocationDesk desk;

    public LocationsResource() {
        super("location", Location::called);
    }

    @Override
    Register<Location> desk() {
        return desk;
    }
}
