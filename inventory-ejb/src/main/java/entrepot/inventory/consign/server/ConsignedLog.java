package entrepot.inventory.consign.server;

import entrepot.inventory.consign.ConsignedEvent;
import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.Taken;
import entrepot.inventory.consign.TheirsAgain;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Lot;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Ids;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The log of suppliers' goods: the sums of its quantities are what the register holds. */
@ApplicationScoped
public class ConsignedLog {

    @Inject
    private Ids ids;

    /**
     * A row of it.
     *
     * @param quantity change, millionths
     * @param posted   whether it came with a posting
     * @param undoes   the row that it undoes, or null
     * @param undoneBy the document that undid it, or null
     */
    record Logged(
            long id, UUID document, int lineNo, ConsignmentNote.Kind kind, long supplierId, String supplier, long item, String sku, boolean piece,
            long location, String place, long lotId, String lot, LocalDate expires, long quantity, BigDecimal unitCost, String reference,
            boolean posted, Long undoes, UUID undoneBy) {

        /** Whatever its sign. */
        Taken.Line goods() {
            Lot its = lotId == 0 ? null : new Lot(lotId, new ItemId(item), lot, expires);
            return new Taken.Line(new ItemId(item), new LocationId(location), its, new Quantity(Math.abs(quantity)), unitCost);
        }

        private TheirsAgain.Line again() {
            return new TheirsAgain.Line(supplierId, goods(), id);
        }
    }

    /** In the order of their lines. */
    List<Logged> of(Handle handle, Collection<UUID> documents) {
        return documents.isEmpty() ? List.of() : handle
                .createQuery("SELECT e.id, e.document, e.line_no, e.kind, e.supplier_id, s.code supplier, e.item_id item, i.sku, i.tracking = 'SERIAL' piece,"
                        + " e.location_id location, l.code place, e.lot_id, t.code lot, t.expires, e.quantity, e.unit_cost, e.reference,"
                        + " p.id IS NOT NULL posted, e.undoes, u.document undone_by FROM consigned_event e JOIN supplier s ON s.id = e.supplier_id"
                        + " JOIN item i ON i.id = e.item_id JOIN location l ON l.id = e.location_id LEFT JOIN lot t ON t.id = e.lot_id"
                        + " LEFT JOIN posting p ON p.id = e.document LEFT JOIN consigned_event u ON u.undoes = e.id"
                        + " WHERE e.document IN (<documents>) ORDER BY e.document, e.line_no, e.lot_id")
                .bindList("documents", documents.stream().map(Rows::bytes).toList())
                .mapTo(Logged.class)
                .list();
    }

    /** By receipt that goods of suppliers became: what makes them theirs again, with the posting that undoes it. */
    public Map<UUID, List<Alongside>> undoing(Handle handle, Collection<UUID> receipts) {
        Map<UUID, List<Logged>> taken = of(handle, receipts).stream().filter(event -> event.kind() == ConsignmentNote.Kind.TAKEN && event.undoes() == null)
                .collect(Collectors.groupingBy(Logged::document));
        return taken.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one ->
                new TheirsAgain(ConsignmentNote.Kind.TAKEN, one.getValue().stream().map(Logged::again).toList()).rows(ids::next)));
    }

    void add(Handle handle, ConsignedEvent event) {
        handle.execute(ConsignedEvent.SQL, event.values().toArray());
    }
}
