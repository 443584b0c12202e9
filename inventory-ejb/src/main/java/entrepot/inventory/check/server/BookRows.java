package entrepot.inventory.check.server;

import entrepot.inventory.check.LineDifference;
import entrepot.inventory.check.server.BookColumns.Head;
import entrepot.inventory.check.server.BookColumns.JournalColumns;
import entrepot.inventory.check.server.BookColumns.MovementColumns;
import entrepot.inventory.check.server.BookColumns.ValueColumns;
import entrepot.inventory.ledger.CanonicalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What the rows of postings say today, as the lines that should have been sealed. Reads columns as they stand and makes
 * nothing of them, so that a book that makes no sense any more is still read. What a row says a second time (the kind of
 * its posting, the item of its movement) is compared with the first.
 */
@ApplicationScoped
public class BookRows {

    /**
     * @param versions of the form in which each posting was sealed, by its number
     * @return a line for each posting that is there
     */
    Map<Long, String> lines(Handle handle, Map<Long, Integer> versions, String currency) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        BookColumns read = BookColumns.read(handle, List.copyOf(versions.keySet()));
        Map<Long, String> lines = new HashMap<>();
        read.heads().forEach((seq, head) -> lines.put(seq, line(head, versions.get(seq), currency, read)));
        return lines;
    }

    private static String line(Head head, int version, String currency, BookColumns read) {
        CanonicalText text = new CanonicalText();
        text.record(version, head.seq(), head.id(), head.kind(), head.businessDate(), head.effectiveAt().toInstant(ZoneOffset.UTC),
                head.recordedAt().toInstant(ZoneOffset.UTC), head.actor(), head.reference(), head.reason(), head.source(),
                head.reversesSeq(), currency);
        List<MovementColumns> movements = read.movements().getOrDefault(head.seq(), List.of());
        List<ValueColumns> values = read.values().getOrDefault(head.seq(), List.of());
        List<JournalColumns> journal = read.journal().getOrDefault(head.seq(), List.of());
        movements.forEach(row -> movement(text, row, head));
        values.forEach(row -> value(text, row, head));
        journal.forEach(row -> journal(text, row, head));
        if (version > 1) {
            read.beside().getOrDefault(head.seq(), List.of()).forEach(text::record);
        }
        contradictions(text, head, movements, values, journal);
        return text.toString();
    }

    private static void movement(CanonicalText text, MovementColumns row, Head head) {
        text.record("M", row.id(), row.lineNo(), row.itemId(), row.locationId(), row.quantity(), row.ordinal(), row.sourceMovementId());
        if (row.lotExpires() != null) {
            text.record("L", row.lotId(), row.lotCode(), row.lotExpires());
        } else if (row.lotId() != null) {
            text.record("L", row.lotId(), row.lotCode());
        }
        if (row.pieces() != null) {
            text.record("N", row.pieces());
        }
        if (row.saysItsGrounds()) {
            text.record("G", row.basis(), row.stated(), row.counted(), row.unitCost(),
                    row.date().equals(head.businessDate()) ? null : row.date());
        }
        if (row.forDate() != null) {
            text.record("B", row.businessDate());
        }
    }

    private static void journal(CanonicalText text, JournalColumns row, Head head) {
        if (row.settlesId() == null) {
            dated(text, row.businessDate(), head, "J", row.accountCode(), row.amount(), row.movementId());
        } else {
            text.record("J", row.accountCode(), row.amount(), row.movementId(),
                    row.businessDate().equals(head.businessDate()) ? null : row.businessDate(), row.settlesId());
        }
    }

    private static void value(CanonicalText text, ValueColumns row, Head head) {
        if (row.forDate() == null) {
            dated(text, row.businessDate(), head, "V", row.id(), row.movementId(), row.kind(), row.amount());
        } else {
            text.record("V", row.id(), row.movementId(), row.kind(), row.amount(), row.forDate(), row.businessDate());
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
