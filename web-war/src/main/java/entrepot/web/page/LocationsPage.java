package entrepot.web.page;

import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Location;
import entrepot.inventory.catalogue.LocationGroup;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.LocationDesk;
import entrepot.inventory.catalogue.server.LocationGroupDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where do goods lie: which sites are there, and which places has each? */
@Named
@RequestScoped
public class LocationsPage extends RegisterList<Location> {

    private static final int MOST = 1000;

    @EJB
    private LocationDesk desk;

    @EJB
    private LocationGroupDesk groups;

    @Inject
    private CatalogueForm form;

    @Inject
    private Sent sent;

    @Inject
    private Shell shell;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Override
    Register<Location> register() {
        return desk;
    }

    /** Makes a group of sites, or names it anew. */
    public String keepGroup() {
        var group = new LocationGroup(form.code("groupCode"), sent.text("groupName"), true);
        if (!form.kept(() -> groups.find(group.code()).ifPresentOrElse(kept -> groups.change(kept.version(), group), () -> groups.create(group)))) {
            return null;
        }
        notes.good(show.word("locations", "groupkept"));
        return "locations.xhtml?faces-redirect=true";
    }

    public List<LocationGroup> getGroups() {
        return groups.list(new Listing(null, true, null, MOST)).stream().map(Kept::value).toList();
    }

    public boolean isMaker() {
        return shell.may("storekeeper");
    }
}
