package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.LocationGroup;
import entrepot.inventory.catalogue.Register;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Groups of sites, for items that are valued by group. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class LocationGroupDesk implements Register<LocationGroup> {

    static final Shelf.Kind<LocationGroup, LocationGroupRow> KIND =
            new Shelf.Kind<>(LocationGroupRow.class, "location group", "location_group_id");

    @Inject
    private Shelf shelf;

    @Override
    public List<Kept<LocationGroup>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    @Override
    public Optional<Kept<LocationGroup>> find(String code) {
        return shelf.find(KIND, code);
    }

    @Override
    @RolesAllowed({"storekeeper", "admin", "system"})
    public Kept<LocationGroup> create(LocationGroup entry) {
        return shelf.add(KIND, entry);
    }

    @Override
    @RolesAllowed({"storekeeper", "admin", "system"})
    public Kept<LocationGroup> change(int version, LocationGroup entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> {});
    }

    @Override
    @RolesAllowed({"storekeeper", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
