package entrepot.inventory.reversal.server;

import entrepot.inventory.consign.server.ConsignedLog;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Reversal;
import entrepot.inventory.ledger.server.PostedReader;
import entrepot.inventory.sale.SaleRecord;
import entrepot.inventory.sale.server.SaleRecords;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The postings that are to be undone, read together, and the command that undoes each, or why none can. */
@ApplicationScoped
public class Originals {

    private static final Set<PostingKind> INVOICES = EnumSet.of(PostingKind.INVOICE, PostingKind.CREDIT_NOTE);

    @Inject
    private Database database;

    @Inject
    private PostedReader reader;

    @Inject
    private SaleRecords sales;

    @Inject
    private ConsignedLog consigned;

    private record Found(UUID id, long seq, PostingKind kind, UUID reversedBy) {}

    /** @param owes whether the caller may change what is owed to suppliers */
    List<Prepared> prepare(List<ReversalDesk.Request> requests, Instant now, LocalDate today, boolean owes) {
        return database.jdbi().withHandle(handle -> {
            Map<UUID, Found> found = find(handle, requests.stream().map(ReversalDesk.Request::posting).distinct().toList());
            List<Long> seqs = found.values().stream().map(Found::seq).toList();
            Map<Long, Posted> originals = reader.read(handle, seqs);
            Map<UUID, List<Alongside>> rows = new HashMap<>(consigned.undoing(handle, found.keySet()));
            Map<Long, SaleRecord> records = sales.read(handle, seqs);
            found.values().stream().filter(one -> records.containsKey(one.seq())).forEach(one -> rows.put(one.id(), records.get(one.seq()).reversed()));
            LocalDate day = requests.stream().allMatch(request -> request.businessDate() != null) ? today : later(today, lastDay(handle, seqs));
            return requests.stream()
                    .map(request -> prepare(request, found.get(request.posting()), originals, rows, now, day, owes))
                    .toList();
        });
    }

    private static Prepared prepare(
            ReversalDesk.Request request, Found found, Map<Long, Posted> originals, Map<UUID, List<Alongside>> rows, Instant now,
            LocalDate day, boolean owes) {
        if (found == null) {
            return refused("no-such-posting", "no posting " + request.posting());
        }
        if (!found.kind().mayBeReversed()) {
            return refused("not-reversible", "posting " + found.id() + " is a " + found.kind().name().toLowerCase(Locale.ROOT)
                    + ": post anew what it undid, or correct or count again");
        }
        if (INVOICES.contains(found.kind()) && !owes) {
            return refused("forbidden", "what a supplier invoiced is undone by an accountant");
        }
        if (found.reversedBy() != null && !found.reversedBy().equals(request.id())) {
            return refused("already-reversed", "posting " + found.id() + " was undone by " + found.reversedBy());
        }
        LocalDate date = request.businessDate() == null ? day : request.businessDate();
        var reversal = new Reversal(request.id(), date, now, request.reference(), request.reason(), request.source());
        return Prepared.of(new Command(reversal.of(originals.get(found.seq())), request.content(), rows.getOrDefault(found.id(), List.of())));
    }

    private static Prepared refused(String code, String detail) {
        return Prepared.refused(List.of(Refusal.whole(code, detail)));
    }

    private static Map<UUID, Found> find(Handle handle, Collection<UUID> ids) {
        return handle.createQuery("SELECT p.id, p.seq, p.kind, r.id reversed_by FROM posting p"
                        + " LEFT JOIN posting r ON r.reverses_seq = p.seq WHERE p.id IN (<ids>)")
                .bindList("ids", ids.stream().map(Rows::bytes).toList())
                .mapTo(Found.class)
                .collect(Collectors.toMap(Found::id, Function.identity()));
    }

    /** The latest day on which a pool moved that one of the postings touched; null where none did. */
    private static LocalDate lastDay(Handle handle, Collection<Long> seqs) {
        return seqs.isEmpty() ? null : handle
                .createQuery("SELECT MAX(c.last_date) FROM movement m JOIN cost_pool c ON c.id = m.pool_id"
                        + " WHERE m.posting_seq IN (<seqs>)")
                .bindList("seqs", List.copyOf(seqs))
                .mapTo(LocalDate.class)
                .one();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
