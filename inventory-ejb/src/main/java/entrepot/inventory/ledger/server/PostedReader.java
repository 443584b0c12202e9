package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import entrepot.kernel.book.JournalEntry;
import entrepot.kernel.book.JournalLine;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads postings back from their rows, as they were when they were made; of what was asked only the head is known. */
@ApplicationScoped
public class PostedReader {

    @Inject
    private CompanyFile companies;

    private record Head(
            long seq, UUID id, PostingKind kind, LocalDate businessDate, LocalDateTime effectiveAt, LocalDateTime recordedAt,
            String actor, String reference, String reason, String source, Long reversesSeq) {}

    private record MovementRow(
            long id, long postingSeq, int lineNo, long itemId, long locationId, long poolId, long quantity, long ordinal,
            Long sourceMovementId) {}

    private record ValueRow(long id, long postingSeq, long movementId, ValueEntry.Kind kind, long amount) {}

    private record JournalRow(long postingSeq, String accountCode, long amount, Long movementId) {}

    /**
     * By sequence number, in the order asked for; unknown numbers are left out.
     *
     * @throws IllegalArgumentException where the journal of one does not sum to zero any more
     */
    public Map<Long, Posted> read(Handle handle, Collection<Long> postings) {
        Map<Long, Posted> found = new LinkedHashMap<>();
        if (postings.isEmpty()) {
            return found;
        }
        Map<Long, Head> heads = rows(handle, "SELECT seq, id, kind, business_date, effective_at, recorded_at, actor, reference,"
                        + " reason, source, reverses_seq FROM posting WHERE seq IN (<seqs>)", postings, Head.class).stream()
                .collect(Collectors.toMap(Head::seq, Function.identity()));
        Map<Long, List<MovementRow>> movements = rows(handle, "SELECT id, posting_seq, line_no, item_id, location_id, pool_id,"
                        + " quantity, ordinal, source_movement_id FROM movement WHERE posting_seq IN (<seqs>) ORDER BY id",
                        postings, MovementRow.class).stream()
                .collect(Collectors.groupingBy(MovementRow::postingSeq));
        Map<Long, List<ValueRow>> values = rows(handle, "SELECT id, posting_seq, movement_id, kind, amount FROM value_entry"
                        + " WHERE posting_seq IN (<seqs>) ORDER BY id", postings, ValueRow.class).stream()
                .collect(Collectors.groupingBy(ValueRow::postingSeq));
        Map<Long, List<JournalRow>> journal = rows(handle, "SELECT posting_seq, account_code, amount, movement_id"
                        + " FROM journal_line WHERE posting_seq IN (<seqs>) ORDER BY line_no", postings, JournalRow.class).stream()
                .collect(Collectors.groupingBy(JournalRow::postingSeq));
        for (Long seq : postings) {
            if (heads.containsKey(seq)) {
                found.put(seq, posted(heads.get(seq), movements.getOrDefault(seq, List.of()),
                        values.getOrDefault(seq, List.of()), journal.getOrDefault(seq, List.of())));
            }
        }
        return found;
    }

    private static <R> List<R> rows(Handle handle, String sql, Collection<Long> postings, Class<R> type) {
        return handle.createQuery(sql).bindList("seqs", List.copyOf(postings)).mapTo(type).list();
    }

    private Posted posted(Head head, List<MovementRow> movementRows, List<ValueRow> valueRows, List<JournalRow> journalRows) {
        Currency currency = companies.company().currency();
        Map<Long, Movement> movements = new LinkedHashMap<>();
        movementRows.forEach(row -> movements.put(row.id(), new Movement(
                row.id(), row.lineNo(), new ItemId(row.itemId()), new LocationId(row.locationId()), row.poolId(),
                new Quantity(row.quantity()), row.ordinal(), row.sourceMovementId())));
        return new Posted(
                head.seq(),
                new PostingRequest(head.id(), head.kind(), head.businessDate(), head.effectiveAt().toInstant(ZoneOffset.UTC),
                        head.reference(), head.reason(), head.source(), head.reversesSeq(), List.of(), List.of()),
                head.actor(),
                head.recordedAt().toInstant(ZoneOffset.UTC),
                currency,
                List.copyOf(movements.values()),
                valueRows.stream()
                        .filter(row -> movements.containsKey(row.movementId()))
                        .map(row -> new ValueEntry(
                                row.id(), movements.get(row.movementId()), row.kind(), new Money(row.amount(), currency)))
                        .toList(),
                new JournalEntry(journalRows.stream()
                        .map(row -> new JournalLine(
                                new Account(row.accountCode()), new Money(row.amount(), currency), row.movementId()))
                        .toList()));
    }
}
