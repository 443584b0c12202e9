package entrepot.inventory.place.server;

import entrepot.inventory.catalogue.PlaceStatus;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which place of a site goods belong to. */
@ApplicationScoped
public class PlaceBook {

    @Inject
    private Database database;

    /** The first place of the site, or of the site of the place, for goods in this status; the site itself where it has it. */
    public Optional<String> forStatus(String site, PlaceStatus status) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT t.code FROM location s JOIN location t ON t.site_id = s.site_id WHERE s.code = ? AND t.status = ?"
                        + " AND t.active ORDER BY t.of_site IS NOT NULL, t.pick_sequence, t.code LIMIT 1")
                .bind(0, site)
                .bind(1, status.name())
                .mapTo(String.class)
                .findOne());
    }

    /** The status of a place where it belongs to the site of {@code site}; empty where it does not, or is not there. */
    public Optional<PlaceStatus> statusAt(String site, String place) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT t.status FROM location s JOIN location t ON t.site_id = s.site_id WHERE s.code = ? AND t.code = ?")
                .bind(0, site)
                .bind(1, place)
                .mapTo(PlaceStatus.class)
                .findOne());
    }
}
