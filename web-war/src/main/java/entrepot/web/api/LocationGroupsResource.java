package entrepot.web.api;

import entrepot.inventory.catalogue.LocationGroup;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.LocationGroupDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Groups of sites whose stock may be valued together. */
@Path("location-groups")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@MayWrite({"storekeeper", "admin"})
public class LocationGroupsResource extends RegisterResource<LocationGroup> {

    @EJB
    private LocationGroupDesk desk;

    public LocationGroupsResource() {
        super("location group", LocationGroup::called);
    }

    @Override
    Register<LocationGroup> desk() {
        return desk;
    }
}
