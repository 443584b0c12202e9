package entrepot.inventory.count.server;

import entrepot.inventory.count.CountState;
import entrepot.inventory.count.EntryMode;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Database;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is done to a count, one act a transaction. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "admin"})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CountTransaction {

    @Inject
    private CountTable counts;

    @Inject
    private CountLines lines;

    @Inject
    private CodeBook codes;

    @Inject
    private DocumentLots lots;

    @Inject
    private DueItems plan;

    @Inject
    private BookThen book;

    @Inject
    private CountPolicyTable policies;

    @Inject
    private CompanyFile companies;

    @Inject
    private Idempotency idempotency;

    @Inject
    private Database database;

    @Resource
    private SessionContext context;

    /** @return whether it was made now; false where the same request made it before */
    public boolean create(NewCount count, String content) {
        if (isDone(count.id(), content)) {
            return false;
        }
        LocationId place = codes.locations(List.of(count.location())).get(count.location());
        if (place == null) {
            throw CountRefused.of(CountRefused.Why.ASKED, "unknown-location", "no location '" + count.location() + "'");
        }
        if (!make(count, place)) {
            throw CountRefused.of(CountRefused.Why.STATE, "nothing-to-count",
                    "nothing at " + count.location() + " is to be counted that is not on a count already");
        }
        claim(count.id(), content);
        return true;
    }

    /**
     * A count of each place of a zone at which something is to be counted, in the order of the way through the site.
     *
     * @return whether they were made now; false where the same request made them before
     */
    public boolean createByZone(NewZoneCount round, String content) {
        if (isDone(round.key(), content)) {
            return false;
        }
        List<CountTable.ZonePlace> places = counts.places(round.site(), round.zone());
        if (places.isEmpty()) {
            throw unknownZone(round);
        }
        if (places.stream().filter(place -> make(round.at(place.code()), new LocationId(place.id()))).count() == 0) {
            throw CountRefused.of(CountRefused.Why.STATE, "nothing-to-count",
                    "nothing in zone " + round.zone() + " of " + round.site() + " is to be counted that is not on a count already");
        }
        claim(round.key(), content);
        return true;
    }

    private CountRefused unknownZone(NewZoneCount round) {
        if (!codes.locations(List.of(round.site())).containsKey(round.site())) {
            return CountRefused.of(CountRefused.Why.ASKED, "unknown-location", "no location '" + round.site() + "'");
        }
        List<String> zones = counts.zones().stream().filter(zone -> zone.site().equals(round.site())).map(CountTable.Zone::zone).toList();
        return CountRefused.of(CountRefused.Why.ASKED, "unknown-zone", round.site() + " has no zone '" + round.zone() + "'; "
                + (zones.isEmpty() ? "none of its places has one" : "its zones are " + String.join(", ", zones)));
    }

    /** @return false where nothing is to be counted */
    private boolean make(NewCount count, LocationId place) {
        counts.lockPlace(place.value());
        Collection<Long> items = count.of().skus().isEmpty() ? chosen(count.of(), place) : picked(count, place);
        List<CountLines.What> listed = lines.lines(place.value(), items);
        if (!listed.isEmpty()) {
            counts.insert(count, place.value(), caller());
            lines.list(count.id(), listed);
        }
        return !listed.isEmpty();
    }

    private Collection<Long> chosen(NewCount.Selection of, LocationId place) {
        String only = of.only() == null ? null : of.only().name();
        return plan.items(new DueItems.Asked(place.value(), only, of.category(), of.due(), today()), of.most());
    }

    private Collection<Long> picked(NewCount count, LocationId place) {
        List<String> skus = count.of().skus();
        Map<String, CodeBook.Item> items = codes.items(skus);
        Map<Long, String> elsewhere = lines.elsewhere(count.id(), place.value(), ids(items));
        List<Refusal> refusals = new ArrayList<>();
        Set<Long> picked = new LinkedHashSet<>();
        for (int number = 0; number < skus.size(); number++) {
            CodeBook.Item item = items.get(skus.get(number));
            if (item == null) {
                refusals.add(new Refusal(number, "unknown-sku", "no active item '" + skus.get(number) + "'"));
            } else if (elsewhere.containsKey(item.id().value())) {
                refusals.add(onAnother(number, item.sku(), elsewhere.get(item.id().value())));
            } else if (!picked.add(item.id().value())) {
                refusals.add(new Refusal(number, "twice", item.sku() + " is named twice"));
            }
        }
        CountRefused.ifAny(CountRefused.Why.ASKED, refusals);
        return picked;
    }

    private static Refusal onAnother(int number, String sku, String count) {
        return new Refusal(number, "on-another-count", sku + " is on " + count + " here, which is not over yet");
    }

    /**
     * Writes down what was counted: all of it, or none where anything is wrong.
     *
     * @param key of the request, or null where doing it twice is the same as once
     */
    public void enter(UUID id, UUID key, String content, EntryMode mode, List<CountDesk.Entry> entries) {
        if (key != null && isDone(key, content)) {
            return;
        }
        CountTable.Head count = counts.find(id).orElseThrow(() -> CountRefused.missing(id));
        counts.lockPlace(count.locationId());
        count = counts.lock(id);
        if (!(count.state() instanceof CountState.Counting counting)) {
            throw CountRefused.state(count.number(), count.status(), "counted");
        }
        Map<String, CodeBook.Item> items = codes.items(entries.stream().map(CountDesk.Entry::sku).toList());
        var sheet = new Sheet(count, counting.round(), lines.of(id), lines.elsewhere(id, count.locationId(), ids(items)), items,
                lots.find(SheetLots.named(entries, items)));
        List<CountLines.Counted> counted = sheet.enter(mode, entries, caller(), companies.company(), counts.now());
        CountRefused.ifAny(CountRefused.Why.ASKED, sheet.refusals());
        lines.write(id, counted, counts.now());
        if (key != null) {
            claim(key, content);
        }
    }

    /** Hands it in: for approval, or back to the shelves where differences are too large to be believed at once. */
    public void submit(UUID id) {
        CountTable.Head count = counts.lock(id);
        if (!(count.state() instanceof CountState.Counting counting)) {
            throw CountRefused.state(count.number(), count.status(), "submitted");
        }
        List<CountLines.Line> all = lines.of(id);
        List<Refusal> missing = all.stream()
                .filter(line -> counting.round() > 1 && line.askRound() == counting.round() && !line.round().equals(counting.round()))
                .map(line -> new Refusal(line.lineNo(), "not-counted", line.name() + " is to be counted again"))
                .toList();
        CountRefused.ifAny(CountRefused.Why.STATE, missing);
        pieces(count, counting.round(), all);
        List<BookThen.Compared> compared = book.compare(id);
        if (compared.isEmpty()) {
            throw CountRefused.of(CountRefused.Why.STATE, "nothing-counted", "nothing of " + count.number() + " is counted");
        }
        CountState.Handed handed = judged(counting, compared);
        lines.askAgain(id, handed.state().round(), handed.again().stream().map(line -> line.number()).toList());
        counts.handIn(id, handed.state(), caller());
    }

    /** Where it was said how many pieces lie there, those that were not scanned are not there. */
    private void pieces(CountTable.Head count, int round, List<CountLines.Line> all) {
        List<Refusal> refusals = new ArrayList<>();
        List<CountLines.Counted> gone = new ArrayList<>();
        Set<CountLines.What> known = all.stream().map(CountLines.Line::what).collect(Collectors.toSet());
        for (CountLines.Line whole : all.stream().filter(line -> round == 1 && line.isOfPieces() && line.counted() != null).toList()) {
            long scanned = all.stream().filter(line -> line.itemId() == whole.itemId() && line.lotId() != 0 && line.counted() != null)
                    .mapToLong(CountLines.Line::counted).sum();
            if (scanned != whole.counted()) {
                refusals.add(new Refusal(whole.lineNo(), "pieces-differ", new Quantity(whole.counted()) + " pieces of " + whole.sku()
                        + " were counted, and " + new Quantity(scanned) + " scanned by their serial number"));
            }
            for (long piece : lines.pieces(whole.itemId(), count.locationId())) {
                var what = new CountLines.What(whole.itemId(), piece);
                if (known.add(what)) {
                    gone.add(new CountLines.Counted(all.size() + gone.size(), what, true, true, round, 0, 0, whole.countedAt(), whole.countedOn(),
                            whole.countedBy(), null));
                }
            }
        }
        CountRefused.ifAny(CountRefused.Why.STATE, refusals);
        lines.write(count.id(), gone, counts.now());
    }

    private CountState.Handed judged(CountState.Counting counting, List<BookThen.Compared> compared) {
        try {
            return counting.submit(compared.stream().map(BookThen.Compared::line).toList(),
                    policies.read().recount(companies.company().currency()));
        } catch (ArithmeticException overflow) {
            throw CountRefused.of(CountRefused.Why.STATE, "overflow", overflow.getMessage());
        }
    }

    /** Sends lines back to the shelves. */
    @RolesAllowed({"accountant", "admin"})
    public void recount(UUID id, List<String> skus, List<Integer> numbers) {
        CountTable.Head count = counts.lock(id);
        if (!(count.state() instanceof CountState.Submitted submitted)) {
            throw CountRefused.state(count.number(), count.status(), "counted again");
        }
        List<CountLines.Line> counted = lines.of(id).stream().filter(line -> line.counted() != null && !line.isOfPieces()).toList();
        Set<String> known = counted.stream().map(CountLines.Line::sku).collect(Collectors.toSet());
        List<Refusal> refusals = new ArrayList<>();
        for (int number = 0; number < skus.size(); number++) {
            if (!known.contains(skus.get(number))) {
                refusals.add(new Refusal(number, "unknown-sku", skus.get(number) + " was not counted in " + count.number()));
            }
        }
        CountRefused.ifAny(CountRefused.Why.ASKED, refusals);
        CountState.Counting counting = submitted.recount();
        lines.askAgain(id, counting.round(), counted.stream()
                .filter(line -> skus.contains(line.sku()) || numbers.contains(line.lineNo())).map(CountLines.Line::lineNo).toList());
        counts.recount(id, counting);
    }

    /** By who made it while it is counted, and by who could approve it. */
    public void cancel(UUID id) {
        CountTable.Head count = counts.lock(id);
        boolean own = count.madeBy().equals(caller()) && count.state() instanceof CountState.Counting;
        if (!own && !context.isCallerInRole("accountant") && !context.isCallerInRole("admin")) {
            throw CountRefused.of(CountRefused.Why.FORBIDDEN, "forbidden", "a count is cancelled by who made it, or by an accountant");
        }
        if (!(count.state() instanceof CountState.Live live)) {
            throw CountRefused.state(count.number(), count.status(), "cancelled");
        }
        counts.cancel(id, live.cancel(), caller());
    }

    private boolean isDone(UUID key, String content) {
        return database.jdbi().withHandle(handle -> idempotency.earlier(handle, key))
                .map(claim -> {
                    if (claim.posting() != null || !claim.covers(content)) {
                        throw CountRefused.of(CountRefused.Why.ASKED, "idempotency-clash",
                                "the key " + key + " was used before for another request; a new request needs a new key");
                    }
                    return true;
                })
                .orElse(false);
    }

    private void claim(UUID key, String content) {
        var claim = new Idempotency.Claim(key, Fingerprint.of(content), null, "{}");
        database.jdbi().useHandle(handle -> idempotency.claim(handle, List.of(claim)));
    }

    private static Collection<Long> ids(Map<String, CodeBook.Item> items) {
        return items.values().stream().map(item -> item.id().value()).toList();
    }

    private LocalDate today() {
        return companies.company().businessDate(counts.now().toInstant(ZoneOffset.UTC));
    }

    private String caller() {
        return context.getCallerPrincipal().getName();
    }
}
