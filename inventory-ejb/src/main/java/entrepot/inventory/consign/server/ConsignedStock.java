package entrepot.inventory.consign.server;

import entrepot.inventory.consign.Shortfall;
import entrepot.inventory.consign.Taken;
import entrepot.inventory.consign.TheirsAgain;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.Stock;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The register of suppliers' goods. */
@ApplicationScoped
public class ConsignedStock {

    @Inject
    private Database database;

    /**
     * What one supplier has at a place, of one lot where the item is kept by lot.
     *
     * @param lotId   0: of none
     * @param unnamed whether it should be of one: it came before lots of suppliers' goods were kept, can go back, and no more
     */
    public record Held(
            long supplierId, String supplier, long item, long location, long lotId, String lot, LocalDate expires, long onHand, BigDecimal unitCost,
            boolean unnamed) {

        public boolean isExpiredOn(LocalDate day) {
            return expires != null && expires.isBefore(day);
        }

        public Taken.Line line(Quantity quantity) {
            Lot its = lotId == 0 ? null : new Lot(lotId, new ItemId(item), lot, expires);
            return new Taken.Line(new ItemId(item), new LocationId(location), its, quantity, unitCost);
        }
    }

    /** At a place: what expires first, then what came first, then the cheapest. */
    public List<Held> at(LocationId place, ItemId item) {
        return suppliers(place, item).stream().filter(held -> held.onHand() > 0).toList();
    }

    /** Whose goods of an item lie at a place, or did last: first who has some, in the order of {@link #at}. */
    public List<Held> suppliers(LocationId place, ItemId item) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT c.supplier_id, s.code supplier, c.item_id item, c.location_id location, c.lot_id, t.code lot, t.expires, c.on_hand,"
                        + " c.unit_cost, c.lot_id = 0 AND i.tracking <> 'NONE' unnamed FROM consigned_stock c JOIN supplier s ON s.id = c.supplier_id"
                        + " JOIN item i ON i.id = c.item_id LEFT JOIN lot t ON t.id = c.lot_id"
                        + " WHERE c.item_id = ? AND c.location_id = ?"
                        + " ORDER BY c.on_hand > 0 DESC, COALESCE(t.expires, '9999-12-31'), c.lot_id, c.unit_cost, c.supplier_id")
                .bind(0, item.value())
                .bind(1, place.value())
                .mapTo(Held.class)
                .list());
    }

    /** Those of the places where goods of suppliers lie. */
    public Set<Stock.Place> lying(Set<Stock.Place> places) {
        if (places.isEmpty()) {
            return Set.of();
        }
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT DISTINCT item_id, location_id FROM consigned_stock WHERE item_id IN (<items>) AND location_id IN (<locations>)"
                        + " AND on_hand > 0")
                .bindList("items", places.stream().map(place -> place.item().value()).distinct().toList())
                .bindList("locations", places.stream().map(place -> place.location().value()).distinct().toList())
                .map((row, context) -> new Stock.Place(new ItemId(row.getLong(1)), new LocationId(row.getLong(2))))
                .filter(places::contains)
                .collect(Collectors.toSet()));
    }

    /** What of ours lies at a place. */
    public List<Shortfall.Own> own(LocationId place, ItemId item) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT 0 lot_id, NULL expires, b.on_hand FROM stock_balance b JOIN item i ON i.id = b.item_id WHERE i.tracking = 'NONE'"
                        + " AND b.item_id = :item AND b.location_id = :place UNION ALL SELECT s.lot_id, t.expires, s.on_hand FROM lot_stock s"
                        + " JOIN lot t ON t.id = s.lot_id WHERE s.item_id = :item AND s.location_id = :place")
                .bind("item", item.value())
                .bind("place", place.value())
                .mapTo(Shortfall.Own.class)
                .list());
    }

    /** Those of the lots of which something is here, ours or a supplier's; until the transaction ends nobody else brings any of them. */
    Set<Long> lockedHere(Handle handle, Collection<Long> lots) {
        if (lots.isEmpty()) {
            return Set.of();
        }
        handle.createQuery("SELECT id FROM lot WHERE id IN (<lots>) ORDER BY id FOR UPDATE").bindList("lots", lots).mapTo(Long.class).list();
        return Set.copyOf(handle
                .createQuery("SELECT lot_id FROM lot_stock WHERE lot_id IN (<lots>) AND on_hand > 0"
                        + " UNION SELECT lot_id FROM consigned_stock WHERE lot_id IN (<lots>) AND on_hand > 0")
                .bindList("lots", lots).mapTo(Long.class).list());
    }

    void come(Handle handle, long supplier, Taken.Line line) {
        handle.execute("INSERT INTO consigned_stock (supplier_id, item_id, location_id, lot_id, on_hand, unit_cost) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE on_hand = on_hand + VALUES(on_hand), unit_cost = VALUES(unit_cost)",
                supplier, line.item().value(), line.location().value(), line.lotId(), line.quantity().millionths(), line.unitCost());
    }

    /** There is so much more; the price that was agreed stays. */
    void again(Handle handle, long supplier, Taken.Line line) {
        handle.execute(TheirsAgain.MORE, line.more(supplier).toArray());
    }

    Quantity onHand(Handle handle, long supplier, Taken.Line line) {
        return new Quantity(handle.createQuery("SELECT on_hand FROM consigned_stock WHERE supplier_id = ? AND item_id = ? AND location_id = ? AND lot_id = ?")
                .bind(0, supplier).bind(1, line.item().value()).bind(2, line.location().value()).bind(3, line.lotId()).mapTo(Long.class).one());
    }

    /** @return whether there was so much */
    boolean go(Handle handle, long supplier, Taken.Line line) {
        return handle.execute(Taken.LESS, line.less(supplier).toArray()) == 1;
    }

    /** What came is undone: the price that was agreed before it holds again. */
    void uncome(Handle handle, long supplier, Taken.Line line) {
        handle.execute("UPDATE consigned_stock c SET c.unit_cost = COALESCE((SELECT e.unit_cost FROM consigned_event e WHERE e.item_id = c.item_id"
                        + " AND e.location_id = c.location_id AND e.supplier_id = c.supplier_id AND e.lot_id = c.lot_id AND e.kind = 'ARRIVED'"
                        + " AND e.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM consigned_event u WHERE u.undoes = e.id) ORDER BY e.id DESC LIMIT 1),"
                        + " c.unit_cost) WHERE c.supplier_id = ? AND c.item_id = ? AND c.location_id = ? AND c.lot_id = ?",
                supplier, line.item().value(), line.location().value(), line.lotId());
    }
}
