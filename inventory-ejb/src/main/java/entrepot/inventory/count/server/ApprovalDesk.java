package entrepot.inventory.count.server;

import entrepot.inventory.count.Approval;
import entrepot.inventory.count.CountState;
import entrepot.inventory.count.CountedLine;
import entrepot.inventory.count.DifferenceReason;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.kernel.LocationId;
import entrepot.platform.sql.Database;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Approves what others counted: the shelf is right, and the book follows it by one posting. Of two who approve at the same
 * moment one does, and what somebody posts at that moment comes before, and is looked at again, or after: the posting locks
 * stock first, then the count, as all postings do, and what was approved is compared once more under these locks.
 */
@Stateless
@RolesAllowed({"accountant", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApprovalDesk {

    @EJB
    private PostingDesk desk;

    @Inject
    private CountTable counts;

    @Inject
    private BookThen book;

    @Inject
    private CountedTheirs theirs;

    @Inject
    private Database database;

    @Resource
    private SessionContext context;

    /**
     * What is approved.
     *
     * @param posting  chosen by the client before its first try
     * @param mark     of the review that was looked at; -1 for a preview, which asks for none
     * @param day      on which the differences are booked, or null: when the last line was counted
     * @param reasons  of lines that differ
     * @param otherwise why all other lines differ, or null
     * @param content  what the client sent: a second try must say the same
     */
    public record Request(
            UUID posting, UUID count, int mark, LocalDate day, Map<Approval.Of, DifferenceReason> reasons, DifferenceReason otherwise,
            String content) {}

    /** @throws CountRefused where it is not to be approved, or changed since it was looked at */
    public PostingOutcome approve(Request request) {
        if (isPosted(request.posting())) {
            return desk.postPrepared(List.of(again(request))).get(0);
        }
        List<PostingOutcome> outcomes = desk.postTogether(prepare(request, true));
        return outcomes.stream().filter(outcome -> outcome instanceof PostingOutcome.Refused || outcome instanceof PostingOutcome.Clash)
                .findFirst().orElse(outcomes.get(outcomes.size() - 1));
    }

    /** What approving it would do: the count, after what becomes ours of suppliers' goods. */
    public List<Books.Attempt> preview(Request request) {
        List<Prepared> prepared = prepare(request, false);
        return prepared.stream().allMatch(Prepared::accepted) ? desk.preview(prepared.stream().map(Prepared::command).toList())
                : prepared.stream().map(one -> new Books.Attempt(null, one.refusals())).toList();
    }

    /** The count last. */
    private List<Prepared> prepare(Request request, boolean looked) {
        CountTable.Head count = counts.find(request.count()).orElseThrow(() -> CountRefused.missing(request.count()));
        if (!(count.state() instanceof CountState.Submitted submitted)) {
            throw CountRefused.state(count.number(), count.status(), "approved");
        }
        long steps = book.steps(request.count());
        List<BookThen.Compared> compared = book.compare(request.count());
        int mark = Comparison.mark(count.version(), compared.stream().map(Comparison::line).toList());
        if (looked && mark != request.mark()) {
            throw CountRefused.of(CountRefused.Why.STALE, "stale",
                    count.number() + " or the book of then changed since you looked: look again and repeat");
        }
        List<CountedLine> lines = compared.stream().map(BookThen.Compared::line).toList();
        Approval approval = new Approval(context.getCallerPrincipal().getName(), counters(request.count()), request.reasons(), request.otherwise());
        List<Refusal> refusals = new ArrayList<>(approval.refusals(lines));
        LocalDate last = lines.stream().map(CountedLine::on).max(Comparator.naturalOrder()).orElse(null);
        LocalDate day = request.day() == null ? last : request.day();
        if (last != null && day.isBefore(last)) {
            refusals.add(Refusal.whole("before-its-source", count.number() + " was counted until " + last + "; it cannot be booked on " + day));
        }
        if (!refusals.isEmpty()) {
            return List.of(Prepared.refused(refusals));
        }
        Instant at = compared.stream().map(BookThen.Compared::at).max(Comparator.naturalOrder()).orElseThrow().toInstant(ZoneOffset.UTC);
        var posting = new PostingRequest(request.posting(), PostingKind.COUNT, day, at, count.number(), reason(lines, approval),
                "count:" + count.id(), null, Approval.stock(lines, new LocationId(count.locationId())), List.of(), Approval.lots(lines),
                Approval.pieces(lines));
        LocationId place = new LocationId(count.locationId());
        List<Alongside> rows = new ArrayList<>(theirs.found(lines, place));
        rows.addAll(List.of(
                new CountPosted(count, submitted.approve(), approval.by(), counts.now(), last, own -> book.isStill(count.id(), lines, steps, own)),
                new CountResults(count, lines, approval)));
        List<Prepared> together = new ArrayList<>(theirs.missing(posting, lines, place, counts.now().toInstant(ZoneOffset.UTC)).stream()
                .map(Prepared::of).toList());
        together.add(Prepared.of(new Command(posting, request.content(), rows)));
        return together;
    }

    private static String reason(List<CountedLine> lines, Approval approval) {
        List<String> reasons = lines.stream().map(approval::reason).filter(reason -> reason != null).map(Enum::name).distinct().sorted().toList();
        return reasons.isEmpty() ? null : String.join(", ", reasons);
    }

    private static Prepared again(Request request) {
        var posting = new PostingRequest(request.posting(), PostingKind.COUNT, LocalDate.EPOCH, Instant.EPOCH, null, null, null, null,
                List.of(), List.of());
        return Prepared.of(new Command(posting, request.content(), List.of())); // which the ledger answers as the first
    }

    private boolean isPosted(UUID id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM posting WHERE id = ?").bind(0, id).mapTo(int.class).one() > 0);
    }

    private Set<String> counters(UUID count) {
        return Set.copyOf(database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT DISTINCT counted_by FROM stock_count_entry WHERE count_id = ?").bind(0, count).mapTo(String.class).list()));
    }
}
