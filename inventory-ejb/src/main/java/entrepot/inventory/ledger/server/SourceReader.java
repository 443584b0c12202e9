package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Stock;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.Source;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads movements that others name: how large they were, what they were worth and how much of them was returned. */
final class SourceReader {

    static final LocalDate NOW = LocalDate.of(9999, 12, 31);

    record Row(
            long id, long itemId, long locationId, LocalDate businessDate, long quantity, long cost, long returned, LocalDate reopened,
            Long sourceMovementId, Basis basis, String kind, Long lotId, Long pieces) {

        Source source(Currency currency) {
            return new Source(id, new Quantity(Math.abs(quantity)), new Money(cost, currency), new Quantity(returned));
        }

        Stock.Named named(Currency currency) {
            return new Stock.Named(Places.of(itemId, locationId).ofLot(lotId == null ? 0 : lotId), quantity > 0, businessDate, source(currency), reopened,
                    pieces);
        }

        /** What it gave back to, or null. */
        Long gaveBackTo() {
            boolean changes = kind.equals("REVERSAL") || basis == Basis.CHARGE || basis == Basis.CORRECTED || basis == Basis.RECOUNTED;
            return changes ? null : sourceMovementId;
        }
    }

    /** Where hardly a movement names another, the optimizer takes the index of those named for useless, and begins with what undoes. */
    private static final String NAMED = sql(
            "m.quantity + COALESCE((SELECT SUM(c.quantity) FROM movement c FORCE INDEX (movement_source) WHERE c.source_movement_id = m.id"
                    + " AND c.basis = 'CORRECTED'), 0)",
            "(SELECT ABS(COALESCE(SUM(r.quantity + COALESCE((SELECT SUM(u.quantity) FROM movement u FORCE INDEX (movement_source)"
                    + " WHERE u.source_movement_id = r.id AND COALESCE(u.for_date, u.business_date) <= :day"
                    + " AND (u.kind = 'REVERSAL' OR u.basis = 'CORRECTED')), 0)), 0))"
                    + " FROM movement r FORCE INDEX (movement_source) WHERE r.source_movement_id = m.id AND r.business_date <= :day"
                    + " AND COALESCE(r.basis, '') NOT IN ('CORRECTED', 'RECOUNTED', 'CHARGE'))",
            "(SELECT MAX(u.business_date) FROM movement r FORCE INDEX (movement_source)"
                    + " STRAIGHT_JOIN movement u FORCE INDEX (movement_source) ON u.source_movement_id = r.id AND u.kind = 'REVERSAL'"
                    + " WHERE r.source_movement_id = m.id AND COALESCE(r.basis, '') NOT IN ('CORRECTED', 'RECOUNTED', 'CHARGE'))",
            "m.pieces + COALESCE((SELECT SUM(c.pieces) FROM movement c FORCE INDEX (movement_source) WHERE c.source_movement_id = m.id"
                    + " AND c.basis = 'CORRECTED'), 0)");

    /** Of movements that no other names: nothing was corrected, and nothing came back. */
    private static final String UNNAMED = sql("m.quantity", "0", "NULL", "m.pieces");

    private static String sql(String quantity, String returned, String reopened, String pieces) {
        return "SELECT m.id, m.item_id, m.location_id, m.business_date, " + quantity + " quantity,"
                + " (SELECT ABS(COALESCE(SUM(v.amount), 0)) FROM value_entry v FORCE INDEX (value_entry_movement) WHERE v.movement_id = m.id"
                + " AND COALESCE(v.for_date, v.business_date) <= :day) cost, " + returned + " returned, " + reopened + " reopened,"
                + " m.source_movement_id, m.basis, m.kind, m.lot_id, " + pieces + " pieces"
                + " FROM movement m WHERE m.id IN (<ids>) AND m.business_date <= :day";
    }

    private SourceReader() {}

    /** As they stood at the end of {@code day}. */
    static List<Row> read(Handle handle, Collection<Long> movements, LocalDate day) {
        return Rows.parts(movements).stream().flatMap(part -> readPart(handle, part, day).stream()).toList();
    }

    private static List<Row> readPart(Handle handle, List<Long> movements, LocalDate day) {
        Set<Long> named = Set.copyOf(handle
                .createQuery("SELECT DISTINCT source_movement_id FROM movement FORCE INDEX (movement_source) WHERE source_movement_id IN (<ids>)")
                .bindList("ids", movements).mapTo(Long.class).list());
        List<Row> rows = new ArrayList<>(select(handle, UNNAMED, movements.stream().filter(id -> !named.contains(id)).toList(), day));
        rows.addAll(select(handle, NAMED, List.copyOf(named), day));
        return rows;
    }

    private static List<Row> select(Handle handle, String sql, List<Long> movements, LocalDate day) {
        return movements.isEmpty() ? List.of()
                : handle.createQuery(sql).bindList("ids", movements).bind("day", day).mapTo(Row.class).list();
    }
}
