package entrepot.inventory.purchasing.server;

import entrepot.inventory.purchasing.Confirmed;
import entrepot.inventory.replenishment.Packing;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of proposals, as buyers write them. The caller holds the inbox marks of their items. */
@ApplicationScoped
public class ProposalRows {

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    record Row(
            long id, long item, String sku, Long supplier, long location, String status, int version, long quantity, long pack,
            long minimumOrder, BigDecimal unitCost) {

        boolean isLive() {
            return status.equals("OPEN") || status.equals("EDITED");
        }

        Packing packing() {
            return new Packing(new Quantity(pack), new Quantity(minimumOrder));
        }

        Confirmed confirmed() {
            return new Confirmed(id, new ItemId(item), sku, supplier, new LocationId(location), new Quantity(quantity), packing(), unitCost);
        }
    }

    /** Their items, in the order in which marks are locked. */
    List<Long> items(Collection<Long> proposals) {
        return proposals.isEmpty() ? List.of() : database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT DISTINCT item_id FROM proposal WHERE id IN (<ids>) ORDER BY item_id")
                .bindList("ids", List.copyOf(proposals))
                .mapTo(Long.class)
                .list());
    }

    List<Row> read(Collection<Long> proposals) {
        return proposals.isEmpty() ? List.of() : database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT p.id, p.item_id item, i.sku, p.supplier_id supplier, p.location_id location, p.status, p.version,"
                        + " p.quantity, i.pack, i.minimum_order, p.unit_cost FROM proposal p JOIN item i ON i.id = p.item_id"
                        + " WHERE p.id IN (<ids>) ORDER BY p.id")
                .bindList("ids", List.copyOf(proposals))
                .mapTo(Row.class)
                .list());
    }

    void edit(long id, Quantity quantity) {
        execute("UPDATE proposal SET status = 'EDITED', quantity = ?, version = version + 1 WHERE id = ?", quantity.millionths(), id);
    }

    void dismiss(long id, String by, String why, LocalDate quietUntil) {
        execute("UPDATE proposal SET status = 'DISMISSED', closed_at = ?, closed_by = ?, note = ?, quiet_until = ?,"
                + " version = version + 1 WHERE id = ?", now(), by, why, quietUntil, id);
    }

    void confirm(long id, String by, UUID order) {
        execute("UPDATE proposal SET status = 'CONFIRMED', closed_at = ?, closed_by = ?, order_id = ?, version = version + 1"
                + " WHERE id = ?", now(), by, Rows.bytes(order), id);
    }

    private void execute(String sql, Object... values) {
        database.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
