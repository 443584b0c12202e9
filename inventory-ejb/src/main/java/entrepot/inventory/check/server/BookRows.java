package entrepot.inventory.check.server;

import entrepot.inventory.check.LineDifference;
import entrepot.inventory.ledger.CanonicalText;
import entrepot.inventory.ledger.SealedTable;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What the rows of postings say today, as the lines that should have been sealed. Reads columns as they stand and makes
 * nothing of them, so that a book that makes no sense any more is still read. What a row says a second time (the kind of
 * its posting, the item of its movement) is compared with the first.
 */
@ApplicationScoped
public class BookRows {

    private record Head(
            long seq, UUID id, String kind, LocalDate businessDate, LocalDateTime effectiveAt, LocalDateTime recordedAt, String actor,
            String reference, String reason, String source, Long reversesSeq) {}

    private record MovementColumns(
            long id, long postingSeq, int lineNo, String kind, long itemId, long locationId, long poolId, long quantity,
            LocalDate businessDate, long ordinal, Long sourceMovementId, String basis, Long stated, Long counted, BigDecimal unitCost,
            Long poolItem, Long poolLocation) {

        boolean saysItsGrounds() {
            return basis != null || stated != null || counted != null || unitCost != null;
        }

        boolean isOfItsPool() {
            return poolItem != null && poolItem == itemId && (poolLocation == 0 || poolLocation == locationId);
        }
    }

    private record ValueColumns(
            long id, long postingSeq, long movementId, long itemId, long locationId, String kind, long amount, LocalDate businessDate,
            Long movementItem, Long movementLocation) {}

    private record JournalColumns(
            long postingSeq, int lineNo, String accountCode, long amount, LocalDate businessDate, Long movementId) {}

    /** All there is of some postings, by the number of the posting. */
    private record Read(
            Map<Long, Head> heads, Map<Long, List<MovementColumns>> movements, Map<Long, List<ValueColumns>> values,
            Map<Long, List<JournalColumns>> journal, Map<Long, List<Object[]>> beside) {}

    /**
     * @param versions of the form in which each posting was sealed, by its number
     * @return a line for each posting that is there
     */
    Map<Long, String> lines(Handle handle, Map<Long, Integer> versions, String currency) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        Read read = read(handle, List.copyOf(versions.keySet()));
        Map<Long, String> lines = new HashMap<>();
        read.heads().forEach((seq, head) -> lines.put(seq, line(head, versions.get(seq), currency, read)));
        return lines;
    }

    private static Read read(Handle handle, List<Long> seqs) {
        Map<Long, Head> heads = new HashMap<>();
        rows(handle, "SELECT seq, id, kind, business_date, effective_at, recorded_at, actor, reference, reason, source, reverses_seq"
                + " FROM posting WHERE seq IN (<seqs>)", seqs, Head.class).forEach(head -> heads.put(head.seq(), head));
        var movements = new HashMap<Long, List<MovementColumns>>();
        rows(handle, "SELECT m.id, m.posting_seq, m.line_no, m.kind, m.item_id, m.location_id, m.pool_id, m.quantity, m.business_date,"
                + " m.ordinal, m.source_movement_id, m.basis, m.stated, m.counted, m.unit_cost, p.item_id pool_item,"
                + " p.location_id pool_location FROM movement m LEFT JOIN cost_pool p ON p.id = m.pool_id"
                + " WHERE m.posting_seq IN (<seqs>) ORDER BY m.id", seqs, MovementColumns.class)
                .forEach(row -> movements.computeIfAbsent(row.postingSeq(), first -> new ArrayList<>()).add(row));
        var values = new HashMap<Long, List<ValueColumns>>();
        rows(handle, "SELECT v.id, v.posting_seq, v.movement_id, v.item_id, v.location_id, v.kind, v.amount, v.business_date,"
                + " m.item_id movement_item, m.location_id movement_location FROM value_entry v LEFT JOIN movement m"
                + " ON m.id = v.movement_id WHERE v.posting_seq IN (<seqs>) ORDER BY v.id", seqs, ValueColumns.class)
                .forEach(row -> values.computeIfAbsent(row.postingSeq(), first -> new ArrayList<>()).add(row));
        var journal = new HashMap<Long, List<JournalColumns>>();
        rows(handle, "SELECT posting_seq, line_no, account_code, amount, business_date, movement_id FROM journal_line"
                + " WHERE posting_seq IN (<seqs>) ORDER BY line_no", seqs, JournalColumns.class)
                .forEach(row -> journal.computeIfAbsent(row.postingSeq(), first -> new ArrayList<>()).add(row));
        return new Read(heads, movements, values, journal, beside(handle, seqs));
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

    private static String line(Head head, int version, String currency, Read read) {
        CanonicalText text = new CanonicalText();
        text.record(version, head.seq(), head.id(), head.kind(), head.businessDate(), head.effectiveAt().toInstant(ZoneOffset.UTC),
                head.recordedAt().toInstant(ZoneOffset.UTC), head.actor(), head.reference(), head.reason(), head.source(),
                head.reversesSeq(), currency);
        List<MovementColumns> movements = read.movements().getOrDefault(head.seq(), List.of());
        List<ValueColumns> values = read.values().getOrDefault(head.seq(), List.of());
        List<JournalColumns> journal = read.journal().getOrDefault(head.seq(), List.of());
        movements.forEach(row -> movement(text, row, head));
        values.forEach(row -> dated(text, row.businessDate(), head, "V", row.id(), row.movementId(), row.kind(), row.amount()));
        journal.forEach(row -> dated(text, row.businessDate(), head, "J", row.accountCode(), row.amount(), row.movementId()));
        if (version > 1) {
            read.beside().getOrDefault(head.seq(), List.of()).forEach(text::record);
        }
        contradictions(text, head, movements, values, journal);
        return text.toString();
    }

    private static void movement(CanonicalText text, MovementColumns row, Head head) {
        text.record("M", row.id(), row.lineNo(), row.itemId(), row.locationId(), row.quantity(), row.ordinal(), row.sourceMovementId());
        if (row.saysItsGrounds()) {
            text.record("G", row.basis(), row.stated(), row.counted(), row.unitCost(),
                    row.businessDate().equals(head.businessDate()) ? null : row.businessDate());
        }
    }

    /** With its day only where that is another than the posting's. */
    private static void dated(CanonicalText text, LocalDate day, Head head, Object... fields) {
        if (day.equals(head.businessDate())) {
            text.record(fields);
        } else {
            Object[] all = Arrays.copyOf(fields, fields.length + 1);
            all[fields.length] = day;
            text.record(all);
        }
    }

    private static void contradictions(
            CanonicalText text, Head head, List<MovementColumns> movements, List<ValueColumns> values, List<JournalColumns> journal) {
        for (MovementColumns row : movements) {
            differs(text, "movement " + row.id(), "kind", head.kind(), row.kind());
            if (!row.saysItsGrounds()) {
                differs(text, "movement " + row.id(), "business date", head.businessDate(), row.businessDate());
            }
            if (!row.isOfItsPool()) {
                differs(text, "movement " + row.id(), "pool", "that of item " + row.itemId() + " at " + row.locationId(), row.poolId());
            }
        }
        for (ValueColumns row : values) {
            differs(text, "value entry " + row.id(), "item", row.movementItem(), row.itemId());
            differs(text, "value entry " + row.id(), "location", row.movementLocation(), row.locationId());
        }
        for (int place = 0; place < journal.size(); place++) {
            differs(text, "journal line " + (place + 1), "number", place, journal.get(place).lineNo());
        }
    }

    private static void differs(CanonicalText text, String row, String column, Object expected, Object found) {
        if (!found.equals(expected)) {
            text.record(LineDifference.CONTRADICTION, row, column, expected, found);
        }
    }
}
