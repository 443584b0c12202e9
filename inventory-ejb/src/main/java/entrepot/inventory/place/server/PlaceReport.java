package entrepot.inventory.place.server;

import entrepot.inventory.catalogue.PlaceStatus;
import entrepot.inventory.place.Lying;
import entrepot.inventory.place.PickList;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What lies where; where to take goods from, and where to put them. Quantities only: the value is the site's. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class PlaceReport {

    private static final String PIECES = "IF(i.piece_size IS NULL, NULL, (SELECT COALESCE(SUM(n.pieces), 0) FROM piece_stock n"
            + " WHERE n.item_id = b.item_id AND n.location_id = b.location_id)) pieces";

    @Inject
    private Figures figures;

    /** What to show, codes or null for all. @param after a {@link Row#key}, or null for the start */
    public record Filter(String site, String place, PlaceStatus status, String sku, String after, int limit) {}

    /** An item at a place. @param pieces of catch-weight goods, else null */
    public record Row(
            String site, String place, String placeName, String zone, int pickSequence, PlaceStatus status, String sku, String name,
            String unit, Quantity onHand, Long pieces) {

        public String key() {
            return place + "~" + sku;
        }
    }

    /** What one line of a reservation is taken from. */
    public record Picked(int line, String sku, String name, String site, String place, String zone, Quantity quantity) {}

    /**
     * What waits at a place for being put away.
     *
     * @param to     the place where such goods lie already, else an empty one, or null
     * @param pieces of catch-weight goods, else null
     */
    public record Waiting(String place, PlaceStatus status, String sku, String name, String unit, Quantity onHand, Long pieces, String to) {}

    public List<Row> rows(Filter filter) {
        String[] after = filter.after() == null ? new String[] {"", ""} : filter.after().split("~", 2);
        return figures.read(handle -> handle
                .createQuery("SELECT s.code site, l.code place, l.name place_name, l.zone, l.pick_sequence, l.status, i.sku, i.name,"
                        + " i.unit_code unit, b.on_hand, " + PIECES + " FROM stock_balance b JOIN location l ON l.id = b.location_id"
                        + " JOIN location s ON s.id = l.site_id JOIN item i ON i.id = b.item_id WHERE b.on_hand <> 0"
                        + " AND (:site IS NULL OR s.code = :site) AND (:place IS NULL OR l.code = :place)"
                        + " AND (:status IS NULL OR l.status = :status) AND (:sku IS NULL OR i.sku = :sku)"
                        + " AND (l.code > :afterPlace OR l.code = :afterPlace AND i.sku > :afterSku)"
                        + " ORDER BY l.code, i.sku LIMIT :limit")
                .bind("site", filter.site())
                .bind("place", filter.place())
                .bind("status", filter.status() == null ? null : filter.status().name())
                .bind("sku", filter.sku())
                .bind("afterPlace", after[0])
                .bind("afterSku", after.length == 2 ? after[1] : "")
                .bind("limit", filter.limit())
                .mapTo(Row.class)
                .list());
    }

    /** What is held for a reservation, taken by pick sequence; a line after another of the same goods takes what that left. */
    public List<Picked> pickList(UUID reservation) {
        record Held(int line, long item, long site, String sku, String name, String code, Quantity held) {}
        List<Held> lines = figures.read(handle -> handle
                .createQuery("SELECT n.line_no line, n.item_id item, n.location_id site, i.sku, i.name, l.code, n.held"
                        + " FROM reservation_line n JOIN item i ON i.id = n.item_id JOIN location l ON l.id = n.location_id"
                        + " WHERE n.reservation_id = ? AND n.held > 0 ORDER BY n.line_no")
                .bind(0, reservation)
                .mapTo(Held.class)
                .list());
        Map<String, Quantity> taken = new HashMap<>();
        List<Picked> picked = new ArrayList<>();
        for (Held line : lines) {
            List<Lying> left = lying(line.item(), line.site()).stream()
                    .map(at -> new Lying(at.place(), at.zone(), at.sequence(),
                            at.onHand().minus(taken.getOrDefault(at.place() + "~" + line.sku(), Quantity.ZERO))))
                    .toList();
            for (PickList.Pick pick : PickList.of(line.held(), left).picks()) {
                taken.merge(pick.place() + "~" + line.sku(), pick.quantity(), Quantity::plus);
                picked.add(new Picked(line.line(), line.sku(), line.name(), line.code(), pick.place(), pick.zone(), pick.quantity()));
            }
        }
        return picked;
    }

    private List<Lying> lying(long item, long site) {
        return figures.read(handle -> handle
                .createQuery("SELECT l.code place, l.zone, l.pick_sequence sequence, b.on_hand FROM stock_balance b"
                        + " JOIN location l ON l.id = b.location_id WHERE b.item_id = ? AND l.site_id = ? AND l.status = 'AVAILABLE'"
                        + " AND b.on_hand > 0")
                .bind(0, item)
                .bind(1, site)
                .mapTo(Lying.class)
                .list());
    }

    /** What lies at the site itself or waits for inspection, where the site has bins for sale to put it to. */
    public List<Waiting> toPutAway(String site) {
        return figures.read(handle -> handle
                .createQuery("SELECT l.code place, l.status, i.sku, i.name, i.unit_code unit, b.on_hand, " + PIECES + ","
                        + " COALESCE((SELECT t.code FROM location t JOIN stock_balance x ON x.location_id = t.id AND x.item_id = b.item_id"
                        + " WHERE t.of_site = s.id AND t.active AND t.status = 'AVAILABLE' AND x.on_hand > 0"
                        + " ORDER BY t.pick_sequence, t.code LIMIT 1), (SELECT t.code FROM location t WHERE t.of_site = s.id AND t.active"
                        + " AND t.status = 'AVAILABLE' AND NOT EXISTS (SELECT 1 FROM stock_balance x WHERE x.location_id = t.id"
                        + " AND x.on_hand <> 0) ORDER BY t.pick_sequence, t.code LIMIT 1)) `to`"
                        + " FROM location s JOIN location l ON l.site_id = s.id JOIN stock_balance b ON b.location_id = l.id"
                        + " JOIN item i ON i.id = b.item_id WHERE s.code = ? AND b.on_hand > 0"
                        + " AND (l.id = s.id OR l.status = 'INSPECTION') AND EXISTS (SELECT 1 FROM location t WHERE t.of_site = s.id)"
                        + " ORDER BY i.sku, l.code LIMIT 1000")
                .bind(0, site)
                .mapTo(Waiting.class)
                .list());
    }
}
