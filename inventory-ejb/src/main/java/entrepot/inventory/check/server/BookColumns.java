package entrepot.inventory.check.server;

import entrepot.inventory.ledger.SealedTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * All there is of some postings, by the number of the posting: the columns as they stand.
 *
 * @param beside the rows of other features, as records of a line
 */
record BookColumns(
        Map<Long, Head> heads, Map<Long, List<MovementColumns>> movements, Map<Long, List<ValueColumns>> values,
        Map<Long, List<JournalColumns>> journal, Map<Long, List<Object[]>> beside) {

    record Head(
            long seq, UUID id, String kind, LocalDate businessDate, LocalDateTime effectiveAt, LocalDateTime recordedAt, String actor,
            String reference, String reason, String source, Long reversesSeq) {}

    record MovementColumns(
            long id, long postingSeq, int lineNo, String kind, long itemId, long locationId, long poolId, long quantity,
            LocalDate businessDate, long ordinal, Long sourceMovementId, String basis, Long stated, Long counted, BigDecimal unitCost,
            LocalDate forDate, Long lotId, String lotCode, LocalDate lotExpires, Long poolItem, Long poolLocation, Long poolLot, Long site, Long siteGroup,
            Long pieces) {

        boolean saysItsGrounds() {
            return basis != null || stated != null || counted != null || unitCost != null;
        }

        LocalDate date() {
            return forDate == null ? businessDate : forDate;
        }

        boolean isOfItsPool() {
            return poolItem != null && poolItem == itemId && (poolLocation == 0 || poolLocation.equals(site) || poolLocation.equals(siteGroup))
                    && (poolLot == 0 || poolLot.equals(lotId));
        }
    }

    record ValueColumns(
            long id, long postingSeq, long movementId, long itemId, long locationId, String kind, long amount, LocalDate businessDate,
            LocalDate forDate, Long movementItem, Long movementLocation) {}

    record JournalColumns(
            long postingSeq, int lineNo, String accountCode, long amount, LocalDate businessDate, Long movementId, Long settlesId) {}

    static BookColumns read(Handle handle, List<Long> seqs) {
        Map<Long, Head> heads = new HashMap<>();
        rows(handle, "SELECT seq, id, kind, business_date, effective_at, recorded_at, actor, reference, reason, source, reverses_seq"
                + " FROM posting WHERE seq IN (<seqs>)", seqs, Head.class).forEach(head -> heads.put(head.seq(), head));
        var movements = new HashMap<Long, List<MovementColumns>>();
        rows(handle, "SELECT m.id, m.posting_seq, m.line_no, m.kind, m.item_id, m.location_id, m.pool_id, m.quantity, m.business_date,"
                + " m.ordinal, m.source_movement_id, m.basis, m.stated, m.counted, m.unit_cost, m.for_date, m.lot_id, t.code lot_code, m.lot_expires,"
                + " p.item_id pool_item,"
                + " p.location_id pool_location, p.lot_id pool_lot, w.site_id site, s.location_group_id site_group, m.pieces FROM movement m LEFT JOIN cost_pool p ON p.id = m.pool_id"
                + " LEFT JOIN lot t ON t.id = m.lot_id LEFT JOIN location w ON w.id = m.location_id"
                + " LEFT JOIN location s ON s.id = w.site_id"
                + " WHERE m.posting_seq IN (<seqs>) ORDER BY m.id", seqs, MovementColumns.class)
                .forEach(row -> movements.computeIfAbsent(row.postingSeq(), first -> new ArrayList<>()).add(row));
        var values = new HashMap<Long, List<ValueColumns>>();
        rows(handle, "SELECT v.id, v.posting_seq, v.movement_id, v.item_id, v.location_id, v.kind, v.amount, v.business_date, v.for_date,"
                + " m.item_id movement_item, m.location_id movement_location FROM value_entry v LEFT JOIN movement m"
                + " ON m.id = v.movement_id WHERE v.posting_seq IN (<seqs>) ORDER BY v.id", seqs, ValueColumns.class)
                .forEach(row -> values.computeIfAbsent(row.postingSeq(), first -> new ArrayList<>()).add(row));
        var journal = new HashMap<Long, List<JournalColumns>>();
        rows(handle, "SELECT posting_seq, line_no, account_code, amount, business_date, movement_id, settles_id FROM journal_line"
                + " WHERE posting_seq IN (<seqs>) ORDER BY line_no", seqs, JournalColumns.class)
                .forEach(row -> journal.computeIfAbsent(row.postingSeq(), first -> new ArrayList<>()).add(row));
        return new BookColumns(heads, movements, values, journal, beside(handle, seqs));
    }

    private static <R> List<R> rows(Handle handle, String sql, List<Long> seqs, Class<R> type) {
        return handle.createQuery(sql).bindList("seqs", seqs).mapTo(type).list();
    }

    private static Map<Long, List<Object[]>> beside(Handle handle, List<Long> seqs) {
        Map<Long, List<Object[]>> all = new HashMap<>();
        for (SealedTable table : SealedTable.ALL) {
            Map<Long, List<Object[]>> ofTable = new HashMap<>();
            handle.createQuery("SELECT posting_seq, " + String.join(", ", table.columns()) + " FROM " + table.name()
                            + " WHERE posting_seq IN (<seqs>)")
                    .bindList("seqs", seqs)
                    .map((row, context) -> ofTable.computeIfAbsent(row.getLong(1), first -> new ArrayList<>())
                            .add(table.record(values(row, table.columns().size()))))
                    .list();
            ofTable.forEach((seq, rows) -> all.computeIfAbsent(seq, first -> new ArrayList<>()).addAll(SealedTable.sorted(rows)));
        }
        return all;
    }

    private static Object[] values(ResultSet row, int columns) throws SQLException {
        Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = row.getObject(i + 2);
        }
        return values;
    }
}
