package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Customer;
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
import java.util.Objects;
import java.util.Optional;

/** Places that hold stock: sites and their bins. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class LocationDesk implements Register<Location> {

    private static final Shelf.Kind<Location, LocationRow> KIND = new Shelf.Kind<>(LocationRow.class, "location", "location_id");

    private static final Shelf.Kind<Customer, CustomerRow> CUSTOMERS = new Shelf.Kind<>(CustomerRow.class, "customer", "customer_id");

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
        LocationRow site = entry.site() == null ? null : site(entry);
        CustomerRow customer = entry.customer() == null ? null : customer(entry);
        LocationGroupRow group = group(entry);
        return shelf.add(KIND, entry, row -> {
            row.groupWith(group);
            row.belongTo(site);
            row.consignTo(customer);
        });
    }

    private LocationRow site(Location entry) {
        var flaws = new Flaws();
        LocationRow site = shelf.row(KIND, entry.site()).orElse(null);
        if (site == null || !site.isSite()) {
            flaws.add("site", "unknown-site", site == null ? "no location '" + entry.site() + "'"
                    : entry.site() + " is a place of a site itself");
        }
        CatalogueRefused.ifAny(flaws.found());
        return site;
    }

    private CustomerRow customer(Location entry) {
        CustomerRow customer = shelf.row(CUSTOMERS, entry.customer()).orElse(null);
        var flaws = new Flaws();
        if (customer == null) {
            flaws.add("customer", "unknown-customer", "no customer '" + entry.customer() + "'");
        }
        CatalogueRefused.ifAny(flaws.found());
        return customer;
    }

    private LocationGroupRow group(Location entry) {
        LocationGroupRow group = entry.group() == null ? null : shelf.row(LocationGroupDesk.KIND, entry.group()).orElse(null);
        var flaws = new Flaws();
        if (entry.group() != null && group == null) {
            flaws.add("group", "unknown-group", "no location group '" + entry.group() + "'");
        }
        CatalogueRefused.ifAny(flaws.found());
        return group;
    }

    @Override
    @RolesAllowed({"storekeeper", "admin", "system"})
    public Kept<Location> change(int version, Location entry) {
        LocationGroupRow group = group(entry);
        return shelf.change(KIND, version, entry, (row, flaws) -> {
            sameGroup(row, entry, flaws);
            row.groupWith(group);
            emptied(row, entry, flaws);
            sameSite(row, entry, flaws);
        });
    }

    /** Goods in a place that is out of use could not be found again. */
    private void emptied(LocationRow row, Location entry, Flaws flaws) {
        if (row.active() && !entry.active() && held.atLocation(row.id())) {
            flaws.add("active", "stock-held", "location " + row.code() + " still holds stock: move it away first");
        }
    }

    /** What lies at a place is valued at its site: it stays there. And what lies there keeps its status until it is moved. */
    private void sameSite(LocationRow row, Location entry, Flaws flaws) {
        if (entry.site() != null && !entry.site().equals(row.entry().site())) {
            flaws.add("site", "fixed", row.code() + " stays where it is: make another place");
        }
        if (!Objects.equals(entry.customer(), row.entry().customer())) {
            flaws.add("customer", "fixed", row.code() + " stays with whom it is: make another place");
        }
        if (!entry.status().equals(row.status()) && held.atLocation(row.id())) {
            flaws.add("status", "stock-held", row.code() + " still holds stock: move it to a place of that status");
        }
    }

    /** The cost of what moved there would be that of other sites too, or no longer. */
    private void sameGroup(LocationRow row, Location entry, Flaws flaws) {
        if (!Objects.equals(entry.group(), row.entry().group()) && held.movedByGroup(row.id())) {
            flaws.add("group", "has-movements", "items that are valued by group have moved at " + row.code()
                    + ": make another site for the other group, and transfer them there");
        }
    }

    @Override
    @RolesAllowed({"storekeeper", "admin", "system"})
    public void remove(String code, int version) {
        if (shelf.row(KIND, code).filter(row -> held.hasPlaces(row.id())).isPresent()) {
            throw CatalogueRefused.conflict("in-use", "location " + code + " has places: remove them first");
        }
        shelf.remove(KIND, code, version);
    }
}
