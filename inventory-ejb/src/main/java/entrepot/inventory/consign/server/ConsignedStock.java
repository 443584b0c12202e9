package entrepot.inventory.consign.server;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.Taken;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The register of suppliers' goods. */
@ApplicationScoped
public class ConsignedStock {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** What one supplier has at a place. */
    public record Held(long supplierId, String supplier, long item, long location, long onHand, BigDecimal unitCost) {

        public Taken.Line line(Quantity quantity) {
            return new Taken.Line(new ItemId(item), new LocationId(location), quantity, unitCost);
        }
    }

    /** At a place, the cheapest first. */
    public List<Held> at(LocationId place, ItemId item) {
        return suppliers(place, item).stream().filter(held -> held.onHand() > 0).toList();
    }

    /** Whose goods of an item lie at a place, or did last: first who has some, the cheapest first. */
    public List<Held> suppliers(LocationId place, ItemId item) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT c.supplier_id, s.code supplier, c.item_id item, c.location_id location, c.on_hand, c.unit_cost"
                        + " FROM consigned_stock c JOIN supplier s ON s.id = c.supplier_id WHERE c.item_id = ? AND c.location_id = ?"
                        + " ORDER BY c.on_hand > 0 DESC, c.unit_cost, c.supplier_id")
                .bind(0, item.value())
                .bind(1, place.value())
                .mapTo(Held.class)
                .list());
    }

    /** What of ours lies at a place. */
    public Quantity own(LocationId place, ItemId item) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT on_hand FROM stock_balance WHERE item_id = ? AND location_id = ?")
                .bind(0, item.value()).bind(1, place.value()).mapTo(Long.class).findOne().map(Quantity::new).orElse(Quantity.ZERO));
    }

    void come(Handle handle, long supplier, Taken.Line line) {
        handle.execute("INSERT INTO consigned_stock (supplier_id, item_id, location_id, on_hand, unit_cost) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE on_hand = on_hand + VALUES(on_hand), unit_cost = VALUES(unit_cost)",
                supplier, line.item().value(), line.location().value(), line.quantity().millionths(), line.unitCost());
    }

    /** @return whether there was so much */
    boolean go(Handle handle, long supplier, Taken.Line line) {
        long gone = line.quantity().millionths();
        return handle.execute("UPDATE consigned_stock SET on_hand = on_hand - ? WHERE supplier_id = ? AND item_id = ? AND location_id = ?"
                + " AND on_hand >= ?", gone, supplier, line.item().value(), line.location().value(), gone) == 1;
    }

    void log(Handle handle, ConsignmentNote note, int number, long supplier, Taken.Line line, Quantity change, String actor) {
        handle.execute("INSERT INTO consigned_event (id, document, line_no, kind, supplier_id, item_id, location_id, quantity, unit_cost,"
                        + " on_day, reference, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(), note.id(), number, note.kind().name(), supplier, line.item().value(), line.location().value(),
                change.millionths(), line.unitCost(), note.businessDate(), note.reference(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor);
    }
}
