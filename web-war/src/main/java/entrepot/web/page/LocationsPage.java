package entrepot.web.page;

import entrepot.inventory.catalogue.Location;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.LocationDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where do goods lie: which sites are there, and which places has each? */
@Named
@RequestScoped
public class LocationsPage extends RegisterList<Location> {

    @EJB
    private LocationDesk desk;

    @Inject
    private Shell shell;

    @Override
    Register<Location> register() {
        return desk;
    }

    public boolean isMaker() {
        return shell.may("storekeeper");
    }
}
