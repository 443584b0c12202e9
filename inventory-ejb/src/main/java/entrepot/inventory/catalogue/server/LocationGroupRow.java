package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.LocationGroup;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "location_group")
public class LocationGroupRow extends NumberedRow<LocationGroup> {

    @Override
    void take(LocationGroup entry) {
        super.take(entry);
        take(entry.name(), entry.active());
    }

    @Override
    LocationGroup entry() {
        return new LocationGroup(code(), name(), active());
    }
}
