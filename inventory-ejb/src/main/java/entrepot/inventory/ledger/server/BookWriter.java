package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.CanonicalLine;
import entrepot.inventory.ledger.Grounds;
import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.kernel.book.JournalLine;
import entrepot.platform.outbox.Outbox;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Writes a group of postings: one statement a table, sent as one batch. */
@ApplicationScoped
public class BookWriter {

    @Inject
    private Outbox outbox;

    /** @param alongside what commits with each, in the same order */
    void write(Handle handle, List<Posted> group, List<List<Alongside>> alongside) {
        Batch.execute(handle, "INSERT INTO posting (seq, id, kind, business_date, effective_at, recorded_at, actor, reference,"
                + " reason, source, reverses_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                group.stream().map(BookWriter::posting));
        Batch.execute(handle, "INSERT INTO movement (id, posting_seq, line_no, item_id, location_id, pool_id, kind, quantity,"
                + " business_date, ordinal, source_movement_id, basis, stated, counted, unit_cost, for_date, lot_id, lot_expires,"
                + " pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                each(group, Posted::movements, BookWriter::movement));
        Batch.execute(handle, "INSERT INTO value_entry (id, posting_seq, movement_id, item_id, location_id, kind, amount,"
                + " business_date, for_date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                each(group, Posted::values, BookWriter::value));
        Batch.execute(handle, "INSERT INTO journal_line (posting_seq, line_no, account_code, amount, business_date, movement_id,"
                + " settles_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                group.stream().flatMap(BookWriter::journal));
        Batch.execute(handle, "INSERT INTO audit_entry (posting_seq, body) VALUES (?, ?)",
                IntStream.range(0, group.size()).mapToObj(place -> new Object[] {
                    group.get(place).seq(), CanonicalLine.of(group.get(place), alongside.get(place))
                }));
        Batch.execute(handle, "INSERT INTO to_seal (posting_seq) VALUES (?)",
                group.stream().map(posted -> new Object[] {posted.seq()}));
        outbox.announce(handle, group.stream()
                .filter(posted -> !posted.movements().isEmpty() && Outbox.isToldAtOnce(posted.request().source()))
                .map(Posted::seq)
                .toList());
    }

    private static Object[] posting(Posted posted) {
        PostingRequest request = posted.request();
        return new Object[] {
            posted.seq(), Rows.bytes(request.id()), request.kind().name(), request.businessDate(),
            LocalDateTime.ofInstant(request.effectiveAt(), ZoneOffset.UTC),
            LocalDateTime.ofInstant(posted.recorded(), ZoneOffset.UTC),
            posted.actor(), request.reference(), request.reason(), request.source(), request.reverses()
        };
    }

    private static Object[] movement(Posted posted, Movement movement) {
        Grounds grounds = Grounds.of(movement, posted.request().kind());
        return new Object[] {
            movement.id(), posted.seq(), movement.line(), movement.item().value(), movement.location().value(),
            movement.pool(), posted.request().kind().name(), movement.quantity().millionths(),
            movement.booked(), movement.ordinal(), movement.source(),
            grounds.basis() == null ? null : grounds.basis().name(), grounds.stated(), grounds.counted(), grounds.unitCost(),
            unlessSame(movement.step().date(), movement.booked()), movement.lot() == null ? null : movement.lot().id(),
            movement.lotExpires(), movement.pieces()
        };
    }

    private static Object[] value(Posted posted, ValueEntry value) {
        return new Object[] {
            value.id(), posted.seq(), value.movement(), value.item().value(), value.location().value(), value.kind().name(),
            value.amount().minor(), value.booked(), unlessSame(value.date(), value.booked())
        };
    }

    private static LocalDate unlessSame(LocalDate day, LocalDate booked) {
        return day.equals(booked) ? null : day;
    }

    private static Stream<Object[]> journal(Posted posted) {
        List<JournalLine> lines = posted.journal().lines();
        return IntStream.range(0, lines.size()).mapToObj(number -> new Object[] {
            posted.seq(), number, lines.get(number).account().code(), lines.get(number).amount().minor(),
            posted.dateOf(lines.get(number)), lines.get(number).movement(), lines.get(number).settles()
        });
    }

    private interface RowOf<T> {
        Object[] row(Posted posted, T part);
    }

    private static <T> Stream<Object[]> each(List<Posted> group, Function<Posted, List<T>> parts, RowOf<T> rowOf) {
        return group.stream().flatMap(posted -> parts.apply(posted).stream().map(part -> rowOf.row(posted, part)));
    }
}
