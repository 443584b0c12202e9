package entrepot.inventory.goods.server;

import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What came from suppliers and was not given back yet. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "admin", "system"})
public class CameIn {

    @Inject
    private Figures figures;

    /** @param left of it, whether it is on the shelf or not */
    public record Line(UUID posting, int line, LocalDate on, String reference, String location, Quantity left) {

        /** For a field of a form: the posting and its line. */
        public String key() {
            return posting + "/" + line;
        }
    }

    /** Newest first. */
    public List<Line> of(String sku, int limit) {
        return figures.read(handle -> handle
                .createQuery("SELECT * FROM (SELECT p.id posting, m.line_no line, m.business_date `on`, p.reference, l.code location,"
                        + " m.quantity + COALESCE((SELECT SUM(b.quantity + COALESCE((SELECT SUM(u.quantity) FROM movement u FORCE INDEX (movement_source)"
                        + " WHERE u.source_movement_id = b.id AND u.kind = 'REVERSAL'), 0)) FROM movement b FORCE INDEX (movement_source)"
                        + " WHERE b.source_movement_id = m.id), 0) `left`, p.seq FROM movement m"
                        + " JOIN posting p ON p.seq = m.posting_seq JOIN item i ON i.id = m.item_id"
                        + " JOIN location l ON l.id = m.location_id WHERE i.sku = :sku AND m.kind = 'RECEIPT') came"
                        + " WHERE `left` > 0 ORDER BY `on` DESC, seq DESC LIMIT :limit")
                .bind("sku", sku)
                .bind("limit", limit)
                .mapTo(Line.class)
                .list());
    }
}
