package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Closing;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Receipt;
import entrepot.kernel.ItemId;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * One database transaction for a group of commands. Only {@link PostingDesk} and its queue call it, and say whether those who
 * ask may post in a softly closed month.
 */
@Stateless
@DenyAll
public class LedgerTransaction {

    /** @param actor who asks for it */
    public record Signed(Command command, String actor) {
        UUID id() {
            return command.request().id();
        }
    }

    @Inject
    private Database database;

    @Inject
    private Idempotency idempotency;

    @Inject
    private BookReader reader;

    @Inject
    private BookWriter writer;

    @Inject
    private ProjectionWriter projections;

    @Inject
    private ReceiptReader receipts;

    @Inject
    private ClosingReader closings;

    @Inject
    private PromiseTable promises;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<PostingOutcome> post(List<Signed> commands, boolean closes) {
        return database.jdbi().withHandle(handle -> post(handle, commands, closes));
    }

    /** All of them or none. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<PostingOutcome> postTogether(List<Signed> commands, boolean closes) {
        List<PostingOutcome> outcomes = database.jdbi().withHandle(handle -> post(handle, commands, closes));
        if (outcomes.stream().anyMatch(one -> one instanceof PostingOutcome.Refused || one instanceof PostingOutcome.Clash)) {
            context.setRollbackOnly();
        }
        return outcomes;
    }

    /** What the commands would do, in order; all of it is taken back. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Books.Attempt> preview(List<Signed> commands, boolean closes) {
        List<Books.Attempt> attempts = database.jdbi().withHandle(handle -> enter(handle, commands, closes));
        context.setRollbackOnly();
        return attempts;
    }

    private List<PostingOutcome> post(Handle handle, List<Signed> commands, boolean closes) {
        Map<UUID, Idempotency.Claim> earlier = idempotency.earlier(handle, commands.stream().map(Signed::id).distinct().toList());
        Map<UUID, Signed> fresh = new LinkedHashMap<>();
        for (Signed command : commands) {
            if (!earlier.containsKey(command.id())) {
                fresh.putIfAbsent(command.id(), command);
            }
        }
        Map<UUID, PostingOutcome> done = enter(handle, fresh, closes);
        earlier.putAll(idempotency.earlier(handle, refused(done)));
        Map<Long, Receipt> before = receipts.read(handle, earlier.values().stream().map(Idempotency.Claim::posting).toList());
        return commands.stream()
                .map(Signed::command)
                .map(command -> outcome(command, first(fresh, command), done, earlier, before))
                .toList();
    }

    private Map<UUID, PostingOutcome> enter(Handle handle, Map<UUID, Signed> fresh, boolean closes) {
        List<Signed> commands = List.copyOf(fresh.values());
        List<Books.Attempt> attempts = enter(handle, commands, closes);
        Map<UUID, PostingOutcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            Books.Attempt attempt = attempts.get(i);
            outcomes.put(commands.get(i).id(), attempt.accepted()
                    ? new PostingOutcome.Accepted(Receipt.of(attempt.posted()))
                    : new PostingOutcome.Refused(attempt.refusals()));
        }
        return outcomes;
    }

    /** What needs the history of an item finds all before it in the book: the group is written so far, and goes on. */
    private List<Books.Attempt> enter(Handle handle, List<Signed> signed, boolean closes) {
        List<Books.Attempt> attempts = new ArrayList<>();
        List<Command> commands = signed.stream().map(Signed::command).toList();
        Closing closing = closings.read(handle, requests(commands), closes);
        BookReader.LoadedBooks loaded = reader.load(handle, requests(commands), closing);
        promises.read(handle, commands, loaded.books());
        Group group = new Group();
        Instant now = now();
        for (Signed one : signed) {
            Command command = one.command();
            Map<ItemId, LocalDate> from = loaded.books().needsHistory(command.request());
            if (!from.isEmpty()) {
                List<PostingRequest> left = requests(commands.subList(attempts.size(), commands.size()));
                if (!group.posted.isEmpty() || !reader.addHistory(handle, loaded.books(), left, from)) {
                    write(handle, loaded, group);
                    group = new Group();
                    loaded = reader.load(handle, left, closing, from);
                    promises.read(handle, commands, loaded.books());
                }
            }
            Books.Attempt attempt = loaded.books().post(command.request(), command.fulfilments(), one.actor(), now);
            attempts.add(attempt);
            if (attempt.accepted()) {
                group.commands.add(command);
                group.posted.add(attempt.posted());
            }
        }
        write(handle, loaded, group);
        return attempts;
    }

    /** What was posted and is not written yet. */
    private static final class Group {
        private final List<Command> commands = new ArrayList<>();
        private final List<Posted> posted = new ArrayList<>();
    }

    private void write(Handle handle, BookReader.LoadedBooks loaded, Group group) {
        if (!group.posted.isEmpty()) {
            claim(handle, group.commands, group.posted);
            writer.write(handle, group.posted, group.commands.stream().map(Command::alongside).toList());
            projections.write(handle, loaded, group.posted);
            alongside(handle, group.commands, group.posted);
            promises.write(handle, loaded.books().reserved().taken());
        }
    }

    private void claim(Handle handle, List<Command> accepted, List<Posted> group) {
        List<Idempotency.Claim> claims = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            byte[] fingerprint = Fingerprint.of(accepted.get(i).content());
            claims.add(new Idempotency.Claim(group.get(i).request().id(), fingerprint, group.get(i).seq(), null));
        }
        idempotency.claim(handle, claims);
    }

    /** The companions of all postings, those of one statement together. */
    private static void alongside(Handle handle, List<Command> accepted, List<Posted> group) {
        Map<String, List<Object[]>> batches = new LinkedHashMap<>();
        Set<String> mustHit = new HashSet<>();
        for (int i = 0; i < group.size(); i++) {
            for (Alongside companion : accepted.get(i).alongside()) {
                List<Object[]> rows = batches.computeIfAbsent(companion.sql(), sql -> new ArrayList<>());
                companion.rows(group.get(i)).forEach(row -> rows.add(row.toArray()));
                if (companion.mustHit()) {
                    mustHit.add(companion.sql());
                }
            }
        }
        batches.forEach((sql, rows) -> {
            int[] changed = Batch.execute(handle, sql, rows.stream());
            if (mustHit.contains(sql) && Arrays.stream(changed).anyMatch(count -> count != 1)) {
                throw new StaleCompanion(sql);
            }
        });
    }

    private static Command first(Map<UUID, Signed> fresh, Command command) {
        Signed first = fresh.get(command.request().id());
        return first == null ? null : first.command();
    }

    private static PostingOutcome outcome(
            Command command,
            Command first,
            Map<UUID, PostingOutcome> done,
            Map<UUID, Idempotency.Claim> earlier,
            Map<Long, Receipt> before) {
        UUID id = command.request().id();
        Idempotency.Claim claim = earlier.get(id);
        if (claim != null) {
            return claim.posting() != null && claim.covers(command.content())
                    ? new PostingOutcome.AlreadyPosted(before.get(claim.posting()))
                    : new PostingOutcome.Clash(id, claim.posting() == null ? 0 : claim.posting());
        }
        PostingOutcome outcome = done.get(id);
        if (command == first || !(outcome instanceof PostingOutcome.Accepted accepted)) {
            return outcome;
        }
        return command.content().equals(first.content())
                ? new PostingOutcome.AlreadyPosted(accepted.receipt())
                : new PostingOutcome.Clash(id, accepted.receipt().seq());
    }

    /**
     * What was refused may have been posted by another try that held the lock while this one waited for it: that try has
     * then used up the stock this one asks for.
     */
    private static List<UUID> refused(Map<UUID, PostingOutcome> outcomes) {
        return outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue() instanceof PostingOutcome.Refused)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<PostingRequest> requests(Collection<Command> commands) {
        return commands.stream().map(Command::request).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
