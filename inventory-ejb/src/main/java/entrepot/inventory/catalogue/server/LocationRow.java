package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Location;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "location")
public class LocationRow extends NumberedRow<Location> {

    @ManyToOne
    @JoinColumn(name = "of_site", updatable = false)
    private LocationRow site;

    @ManyToOne
    @JoinColumn(name = "consigned_to", updatable = false)
    private CustomerRow customer;

    @ManyToOne
    @JoinColumn(name = "location_group_id")
    private LocationGroupRow group;

    private String status;

    private String zone;

    @Column(name = "pick_sequence", nullable = false)
    private int pickSequence;

    @Override
    void take(Location entry) {
        super.take(entry);
        take(entry.name(), entry.active());
        status = entry.status();
        zone = entry.zone() == null || entry.zone().isBlank() ? null : entry.zone().strip();
        pickSequence = entry.pickSequence();
    }

    void belongTo(LocationRow itsSite) {
        site = itsSite;
    }

    void consignTo(CustomerRow itsCustomer) {
        customer = itsCustomer;
    }

    void groupWith(LocationGroupRow itsGroup) {
        group = itsGroup;
    }

    boolean isSite() {
        return site == null;
    }

    String status() {
        return status;
    }

    @Override
    Location entry() {
        return new Location(code(), name(), site == null ? null : site.code(), status, zone, pickSequence, active(),
                customer == null ? null : customer.code(), group == null ? null : group.code());
    }
}
