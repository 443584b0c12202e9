package entrepot.web.page;

import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Location;
import entrepot.inventory.catalogue.LocationGroup;
import entrepot.inventory.catalogue.PlaceStatus;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.LocationDesk;
import entrepot.inventory.catalogue.server.LocationGroupDesk;
import entrepot.inventory.place.server.PlaceReport;
import entrepot.inventory.stock.server.ItemBoard;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What is this place, and what lies there? */
@Named
@RequestScoped
public class LocationPage extends RegisterForm<Location> {

    private static final int ROWS = 100;
    private static final int MOST = 1000;

    @EJB
    private LocationDesk desk;

    @EJB
    private LocationGroupDesk groups;

    @EJB
    private PlaceReport report;

    @EJB
    private ItemBoard board;

    private List<PlaceReport.Row> goods;

    @Override
    Register<Location> register() {
        return desk;
    }

    @Override
    Location entry(String itsCode) {
        return new Location(itsCode, sent.text("name"), isFresh() ? form.code("site") : getKept().value().site(), sent.text("status"),
                sent.text("zone"), form.whole("pickSequence"), sent.text("active") != null,
                isFresh() ? form.code("customer") : getKept().value().customer(), form.code("group"));
    }

    @Override
    String page() {
        return "location.xhtml";
    }

    public boolean isEditable() {
        return shell.may("storekeeper");
    }

    public List<PlaceStatus> getStatuses() {
        return List.of(PlaceStatus.values());
    }

    public List<LocationGroup> getGroups() {
        return groups.list(new Listing(null, true, null, MOST)).stream().map(Kept::value).toList();
    }

    public List<ItemBoard.Choice> getSites() {
        return board.sites();
    }

    /** What lies there; at a site at all its places. */
    public List<PlaceReport.Row> getGoods() {
        if (goods == null) {
            boolean site = !isFresh() && getKept().value().site() == null;
            goods = isFresh() ? List.of() : report.rows(new PlaceReport.Filter(site ? getCode() : null, site ? null : getCode(), null, null, null, ROWS));
        }
        return goods;
    }
}
