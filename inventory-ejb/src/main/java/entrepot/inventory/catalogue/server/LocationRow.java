package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Location;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "location")
public class LocationRow extends NumberedRow<Location> {

    @Override
    void take(Location entry) {
        super.take(entry);
        take(entry.name(), entry.active());
    }

    @Override
    Location entry() {
        return new Location(code(), name(), active());
    }
}
