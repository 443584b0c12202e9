package entrepot.inventory.promise.server;

import entrepot.inventory.promise.ReservationStatus;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is promised to whom, and which promises cannot be kept. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class ReservationBoard {

    private static final String HEAD = "SELECT r.id, r.number, c.code customer, c.name customer_name, r.reference, r.note, r.wanted_on,"
            + " r.expires_at, r.priority, r.status, r.made_by, r.made_at, COUNT(n.line_no) `lines`, SUM(n.quantity) quantity,"
            + " SUM(n.held) held, SUM(n.awaited) awaited, SUM(n.fulfilled) fulfilled FROM reservation r"
            + " JOIN reservation_line n ON n.reservation_id = r.id LEFT JOIN customer c ON c.id = r.customer_id";

    @Inject
    private Figures figures;

    /** @param lines how many; the quantities are of all of them together */
    public record Reservation(
            UUID id, String number, String customer, String customerName, String reference, String note, LocalDate wantedOn,
            LocalDateTime expiresAt, int priority, ReservationStatus status, String madeBy, LocalDateTime madeAt, int lines,
            Quantity quantity, Quantity held, Quantity awaited, Quantity fulfilled) {}

    /** @param kit SKU of the kit that it is a part of, with its name, line and quantity; or null */
    public record Line(
            int line, String sku, String name, String unit, String location, Quantity quantity, Quantity held, Quantity awaited,
            Quantity fulfilled, String kit, String kitName, Integer kitLine, Quantity kitQuantity) {}

    /** What changed of a line. @param posting the sale that took it, or null */
    public record Event(
            int line, String kind, Quantity held, Quantity awaited, LocalDateTime at, String actor, UUID posting, String reason) {}

    public record Detail(Reservation reservation, List<Line> lines, List<Event> events) {}

    /** What to show, codes or null for all. @param after number of the last shown, or null; newest first */
    public record Filter(ReservationStatus status, String customer, String location, String sku, String after, int limit) {}

    /** Less is there than is reserved: a count, a correction or a sale that could not be refused took it. */
    public record Broken(String sku, String name, String location, Quantity available, Quantity held, Quantity missing) {}

    public List<Reservation> list(Filter filter) {
        return figures.read(handle -> handle
                .createQuery(HEAD + " WHERE (:status IS NULL OR r.status = :status) AND (:customer IS NULL OR c.code = :customer)"
                        + " AND (:after IS NULL OR r.number < :after) AND ((:sku IS NULL AND :location IS NULL) OR EXISTS"
                        + " (SELECT 1 FROM reservation_line x JOIN item i ON i.id = x.item_id JOIN location l ON l.id = x.location_id"
                        + " WHERE x.reservation_id = r.id AND (:sku IS NULL OR i.sku = :sku) AND (:location IS NULL OR l.code = :location)))"
                        + " GROUP BY r.id ORDER BY r.number DESC LIMIT :limit")
                .bind("status", filter.status() == null ? null : filter.status().name())
                .bind("customer", filter.customer())
                .bind("location", filter.location())
                .bind("sku", filter.sku())
                .bind("after", filter.after())
                .bind("limit", filter.limit())
                .mapTo(Reservation.class)
                .list());
    }

    public Optional<Detail> find(UUID id) {
        return figures.read(handle -> handle.createQuery(HEAD + " WHERE r.id = ? GROUP BY r.id")
                        .bind(0, id).mapTo(Reservation.class).findOne())
                .map(reservation -> new Detail(reservation, lines(id), events(id)));
    }

    private List<Line> lines(UUID id) {
        return figures.read(handle -> handle
                .createQuery("SELECT n.line_no line, i.sku, i.name, i.unit_code unit, l.code location, n.quantity, n.held, n.awaited,"
                        + " n.fulfilled, k.sku kit, k.name kit_name, n.kit_line, n.kit_quantity FROM reservation_line n JOIN item i ON i.id = n.item_id"
                        + " JOIN location l ON l.id = n.location_id LEFT JOIN item k ON k.id = n.kit_item_id"
                        + " WHERE n.reservation_id = ? ORDER BY n.line_no")
                .bind(0, id).mapTo(Line.class).list());
    }

    private List<Event> events(UUID id) {
        return figures.read(handle -> handle
                .createQuery("SELECT e.line_no line, e.kind, e.held, e.awaited, e.at, e.actor, p.id posting, e.reason"
                        + " FROM reservation_event e LEFT JOIN posting p ON p.seq = e.sale_seq WHERE e.reservation_id = ?"
                        + " ORDER BY e.at, e.id")
                .bind(0, id).mapTo(Event.class).list());
    }

    public List<Broken> broken() {
        return figures.read(handle -> handle
                .createQuery("SELECT * FROM (SELECT i.sku, i.name, l.code location, COALESCE((SELECT SUM(b.on_hand)"
                        + " FROM location q JOIN (SELECT item_id, location_id, on_hand FROM stock_balance UNION ALL"
                        + " SELECT item_id, location_id, on_hand FROM consigned_stock) b ON b.location_id = q.id AND b.item_id = s.item_id"
                        + " WHERE q.site_id = s.location_id AND q.status = 'AVAILABLE'), 0) available, s.held,"
                        + " 0 missing FROM stock_reserved s JOIN item i ON i.id = s.item_id JOIN location l ON l.id = s.location_id"
                        + " WHERE s.held > 0) t WHERE t.available < t.held ORDER BY t.sku, t.location LIMIT 1000")
                .mapTo(Broken.class)
                .map(row -> new Broken(row.sku(), row.name(), row.location(), row.available(), row.held(), row.held().minus(row.available())))
                .list());
    }
}
