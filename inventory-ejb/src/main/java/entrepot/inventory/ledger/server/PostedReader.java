package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
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

    private record ValueRow(
            long id, long postingSeq, long movementId, long itemId, long locationId, ValueEntry.Kind kind, long amount,
            LocalDate businessDate, LocalDate forDate) {

        ValueEntry entry(Currency currency) {
            return new ValueEntry(id, movementId, new ItemId(itemId), new LocationId(locationId), kind,
                    new Money(amount, currency), forDate == null ? businessDate : forDate, businessDate);
        }
    }

    private record JournalRow(long postingSeq, String accountCode, long amount, Long movementId, LocalDate businessDate, Long settlesId) {}

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
        Map<Long, List<MovementRow>> movements = rows(handle, "SELECT " + MovementRow.COLUMNS
                        + " FROM " + MovementRow.ROWS + " WHERE m.posting_seq IN (<seqs>) ORDER BY m.posting_seq, m.id", postings, MovementRow.class).stream()
                .collect(Collectors.groupingBy(MovementRow::postingSeq));
        Map<Long, List<ValueRow>> values = rows(handle, "SELECT id, posting_seq, movement_id, item_id, location_id, kind,"
                        + " amount, business_date, for_date FROM value_entry WHERE posting_seq IN (<seqs>) ORDER BY posting_seq, id", postings, ValueRow.class).stream()
                .collect(Collectors.groupingBy(ValueRow::postingSeq));
        Map<Long, List<JournalRow>> journal = rows(handle, "SELECT posting_seq, account_code, amount, movement_id,"
                        + " business_date, settles_id FROM journal_line WHERE posting_seq IN (<seqs>) ORDER BY line_no", postings, JournalRow.class).stream()
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
        Map<Long, Long> direct = valueRows.stream().filter(row -> row.kind() == ValueEntry.Kind.DIRECT)
                .collect(Collectors.toMap(ValueRow::movementId, ValueRow::amount, Long::sum));
        Map<?, Long> pairs = movementRows.stream().collect(Collectors.toMap(MovementRow::together, MovementRow::id, Math::min));
        List<Movement> movements = movementRows.stream()
                .map(row -> row.movement(direct.get(row.id()), pairs.get(row.together()), null, currency)).toList();
        return new Posted(
                head.seq(),
                new PostingRequest(head.id(), head.kind(), head.businessDate(), head.effectiveAt().toInstant(ZoneOffset.UTC),
                        head.reference(), head.reason(), head.source(), head.reversesSeq(), List.of(), List.of()),
                head.actor(),
                head.recordedAt().toInstant(ZoneOffset.UTC),
                currency,
                movements,
                valueRows.stream().map(row -> row.entry(currency)).toList(),
                new JournalEntry(journalRows.stream()
                        .map(row -> new JournalLine(
                                new Account(row.accountCode()), new Money(row.amount(), currency), row.movementId(),
                                row.businessDate().equals(head.businessDate()) ? null : row.businessDate(), row.settlesId()))
                        .toList()));
    }
}
