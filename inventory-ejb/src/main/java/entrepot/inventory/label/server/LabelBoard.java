package entrepot.inventory.label.server;

import entrepot.inventory.label.Copies;
import entrepot.inventory.label.Label;
import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What labels are to say. The GTIN is that of one stock unit; of several the smallest. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "admin", "system"})
public class LabelBoard {

    private static final String GOODS = "SELECT i.name title, i.sku code, i.tracking, (SELECT MIN(b.gtin14) FROM barcode b"
            + " WHERE b.item_id = i.id AND (b.unit_code IS NULL OR b.unit_code = i.unit_code)) gtin, ";

    @Inject
    private Figures figures;

    /** @param tracking null for a place */
    public record Named(String title, String code, Tracking tracking, String gtin, String lot, LocalDate expires, Quantity quantity) {

        Copies copies(Integer count) {
            return new Copies(Label.of(title, code, gtin, tracking == Tracking.SERIAL, lot, expires), count == null ? units() : count);
        }

        /** A part of a unit has a label too. */
        private int units() {
            return quantity.decimal().setScale(0, RoundingMode.CEILING).intValueExact();
        }
    }

    /** In the order of their codes; what is not there has no label. */
    public List<Copies> find(LabelOrder order) {
        List<Named> named = figures.read(handle -> named(handle, order));
        return named.stream().map(one -> one.copies(order.copies())).toList();
    }

    private static List<Named> named(Handle handle, LabelOrder order) {
        List<Named> named = new ArrayList<>();
        if (order.lot() != null) {
            named.addAll(lot(handle, order));
        } else if (!order.items().isEmpty()) {
            named.addAll(items(handle, order.items()));
        }
        if (!order.locations().isEmpty()) {
            named.addAll(places(handle, order.locations()));
        }
        if (order.posting() != null) {
            named.addAll(posted(handle, order));
        }
        return named;
    }

    private static List<Named> items(Handle handle, List<String> skus) {
        return handle.createQuery(GOODS + "NULL lot, NULL expires, 1000000 quantity FROM item i WHERE i.sku IN (<skus>) ORDER BY i.sku")
                .bindList("skus", skus)
                .mapTo(Named.class)
                .list();
    }

    private static List<Named> lot(Handle handle, LabelOrder order) {
        return handle.createQuery(GOODS + "t.code lot, t.expires, 1000000 quantity FROM item i JOIN lot t ON t.item_id = i.id"
                        + " WHERE i.sku IN (<skus>) AND t.code = :lot")
                .bindList("skus", order.items())
                .bind("lot", order.lot())
                .mapTo(Named.class)
                .list();
    }

    private static List<Named> places(Handle handle, List<String> codes) {
        return handle.createQuery("SELECT l.name title, l.code, NULL tracking, NULL gtin, NULL lot, NULL expires, 1000000 quantity"
                        + " FROM location l WHERE l.code IN (<codes>) ORDER BY l.code")
                .bindList("codes", codes)
                .mapTo(Named.class)
                .list();
    }

    private static List<Named> posted(Handle handle, LabelOrder order) {
        return handle.createQuery(GOODS + "t.code lot, t.expires, SUM(m.quantity) quantity FROM posting p JOIN movement m ON m.posting_seq = p.seq"
                        + " JOIN item i ON i.id = m.item_id LEFT JOIN lot t ON t.id = m.lot_id WHERE p.id = :posting AND m.quantity > 0"
                        + " GROUP BY i.id, t.id ORDER BY i.sku, t.id")
                .bind("posting", order.posting())
                .mapTo(Named.class)
                .list();
    }
}
