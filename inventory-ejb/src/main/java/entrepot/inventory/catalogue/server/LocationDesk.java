package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Location;
import entrepot.inventory.catalogue.Register;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Places that hold stock. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class LocationDesk implements Register<Location> {

    private static final Shelf.Kind<Location, LocationRow> KIND = new Shelf.Kind<>(LocationRow.class, "location", "location_id");

    @Inject
    private Shelf shelf;

    @Inject
    private StockHeld held;

    @Override
    public List<Kept<Location>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    @Override
    public Optional<Kept<Location>> find(String code) {
        return shelf.find(KIND, code);
    }

    @Override
    @RolesAllowed({"storekeeper", "admin", "system"})
    public Kept<Location> create(Location entry) {
        return shelf.add(KIND, entry);
    }

    @Override
    @RolesAllowed({"storekeeper", "admin", "system"})
    public Kept<Location> change(int version, Location entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> emptied(row, entry, flaws));
    }

    /** Goods in a place that is out of use could not be found again. */
    private void emptied(LocationRow row, Location entry, Flaws flaws) {
        if (row.active() && !entry.active() && held.atLocation(row.id())) {
            flaws.add("active", "stock-held", "location " + row.code() + " still holds stock: move it away first");
        }
    }

    @Override
    @RolesAllowed({"storekeeper", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
