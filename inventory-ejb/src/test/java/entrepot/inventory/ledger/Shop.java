package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.Source;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.Sku;
import entrepot.kernel.book.Account;
import entrepot.kernel.book.JournalEntry;
import entrepot.kernel.book.TrialBalance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A whole company in memory: the pure ledger, without a database. Each role has the account named by its place. */
final class Shop {

    /** So many checkpoints that nearly every history starts at one. */
    private static final int APART = 2;

    static final LocationId GROUP = new LocationId(1000);

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final Currency currency;
    final Books books;
    private final AtomicLong ids = new AtomicLong(1);
    final List<Posted> posted = new ArrayList<>();
    private final Set<Long> read = new HashSet<>();
    private final Map<Long, Account> inventory = new HashMap<>();
    private final Map<Long, Account> against = new HashMap<>();

    Shop(Currency currency, boolean poolsByLocation, Map<ItemId, CostFlow> items, List<LocationId> places) {
        this(currency, poolsByLocation, places, policies(items));
    }

    private static Map<ItemId, CostPolicy> policies(Map<ItemId, CostFlow> items) {
        Map<ItemId, CostPolicy> policies = new HashMap<>();
        items.forEach((item, flow) -> policies.put(item, CostPolicy.of(flow)));
        return policies;
    }

    Shop(Currency currency, boolean poolsByLocation, List<LocationId> places, Map<ItemId, CostPolicy> items) {
        this(currency, poolsByLocation, places, items, Closing.NONE);
    }

    Shop(Currency currency, boolean poolsByLocation, List<LocationId> places, Map<ItemId, CostPolicy> items, Closing closing) {
        this(currency, poolsByLocation, places, items, closing, Tracking.NONE);
    }

    Shop(Currency currency, boolean poolsByLocation, List<LocationId> places, Map<ItemId, CostPolicy> items, ChartOfAccounts chart) {
        this(currency, poolsByLocation, places, items, Closing.NONE, Tracking.NONE, chart);
    }

    Shop(
            Currency currency, boolean poolsByLocation, List<LocationId> places, Map<ItemId, CostPolicy> items, Closing closing,
            Tracking tracking) {
        this(currency, poolsByLocation, places, items, closing, tracking, chart());
    }

    Shop(Currency currency, CostingScope scope, List<LocationId> places, Map<ItemId, CostPolicy> items) {
        this(currency, scope, places, items, Closing.NONE, Tracking.NONE, chart());
    }

    /** Of catch-weight goods. */
    Shop(Currency currency, List<LocationId> places, Map<ItemId, CostPolicy> items, Tracking tracking, PieceSize pieces) {
        this(currency, CostingScope.LOCATION, places, items, Closing.NONE, tracking, chart(), pieces);
    }

    private Shop(
            Currency currency, boolean poolsByLocation, List<LocationId> places, Map<ItemId, CostPolicy> items, Closing closing,
            Tracking tracking, ChartOfAccounts chart) {
        this(currency, poolsByLocation ? CostingScope.LOCATION : CostingScope.COMPANY, places, items, closing, tracking, chart);
    }

    private Shop(
            Currency currency, CostingScope scope, List<LocationId> places, Map<ItemId, CostPolicy> items, Closing closing,
            Tracking tracking, ChartOfAccounts chart) {
        this(currency, scope, places, items, closing, tracking, chart, null);
    }

    private Shop(
            Currency currency, CostingScope scope, List<LocationId> places, Map<ItemId, CostPolicy> items, Closing closing,
            Tracking tracking, ChartOfAccounts chart, PieceSize pieces) {
        this.currency = currency;
        Map<ItemId, ItemFacts> facts = new HashMap<>();
        items.forEach((item, policy) -> facts.put(item, new ItemFacts(
                new Sku("ITEM-" + item.value()), policy, 0, true, tracking, ItemFacts.ever(scope), false, pieces)));
        Map<LocationId, Spot> names = new HashMap<>();
        places.forEach(place -> names.put(place, spot(place)));
        books = new Books(new Books.Setting(currency, chart, facts, names, ids::getAndIncrement, closing, APART));
    }

    /** Places above 100 are of the site of their last two digits: 101 is for sale, 201 is not. 99 is costed apart. Sites below 3 are of a group. */
    private static Spot spot(LocationId place) {
        long site = place.value() < 100 ? place.value() : place.value() % 100;
        return new Spot("L" + place.value(), new LocationId(site), site < 3 ? GROUP : new LocationId(site), place.value() < 200, place.value() == 99,
                false);
    }

    /** With all that another company has posted, which may not have closed its books yet. */
    void continueFrom(Shop other) {
        ids.set(other.ids.get());
        posted.addAll(other.posted);
        other.books.pools().forEach(books::hold);
        other.books.balances().forEach(books::hold);
    }

    private static ChartOfAccounts chart() {
        Map<ChartOfAccounts.Key, NavigableMap<LocalDate, Account>> accounts = new HashMap<>();
        Map<AccountRole, Set<Account>> played = new HashMap<>();
        for (AccountRole role : AccountRole.values()) {
            accounts.put(new ChartOfAccounts.Key(role, 0, 0), new TreeMap<>(Map.of(ChartOfAccounts.BEGINNING, account(role))));
            played.put(role, Set.of(account(role)));
        }
        return new ChartOfAccounts(accounts, played);
    }

    static Account account(AccountRole role) {
        return new Account("A" + role.ordinal());
    }

    Books.Attempt post(PostingKind kind, LocalDate day, StockLine... lines) {
        long number = posted.size();
        return post(new PostingRequest(
                new UUID(0, number), kind, day, NOON, null, null, null, null, List.of(lines), List.of()));
    }

    Books.Attempt post(PostingRequest request) {
        Map<ItemId, LocalDate> from = books.needsHistory(request);
        if (!from.isEmpty()) {
            Map<ItemId, LocalDate> all = withWhatIsMadeOf(from);
            books.hold(all, history(all));
        }
        Books.Attempt attempt = books.post(request, "test", NOON);
        if (attempt.accepted()) {
            posted.add(attempt.posted());
        }
        return attempt;
    }

    /** What is made of an item since a day changes with it. */
    private Map<ItemId, LocalDate> withWhatIsMadeOf(Map<ItemId, LocalDate> from) {
        Map<ItemId, LocalDate> all = new HashMap<>(from);
        boolean found = true;
        while (found) {
            found = false;
            for (Posted one : posted) {
                boolean uses = one.request().kind().isAssembly() && one.movements().stream().anyMatch(part -> !part.quantity().isPositive()
                        && all.containsKey(part.item()) && !part.step().date().isBefore(all.get(part.item())));
                for (Movement made : one.movements()) {
                    LocalDate day = made.step().date();
                    if (uses && made.quantity().isPositive() && (!all.containsKey(made.item()) || day.isBefore(all.get(made.item())))) {
                        all.put(made.item(), day);
                        found = true;
                    }
                }
            }
        }
        return all;
    }

    /** What left for a pair with movements that are not among {@code held}, and what was made for it with such. */
    private History.Elsewhere elsewhere(List<History.Past> held) {
        Set<Long> ids = held.stream().map(past -> past.movement().id()).collect(Collectors.toSet());
        Map<Long, SortedMap<Long, BigDecimal>> shares = new HashMap<>();
        history().all().stream().map(History.Past::movement)
                .filter(made -> made.basis() == Basis.MADE && made.step().unitCost() != null && !ids.contains(made.id()))
                .forEach(made -> shares.computeIfAbsent(made.step().pair(), fresh -> new TreeMap<>()).put(made.id(), made.step().unitCost()));
        return new History.Elsewhere(given(ids), shares);
    }

    private Map<Long, Money> given(Set<Long> ids) {
        Map<Long, Money> given = new HashMap<>();
        history().all().stream()
                .filter(past -> past.kind().isAssembly() && !past.movement().quantity().isPositive() && !ids.contains(past.movement().id()))
                .forEach(past -> given.merge(past.movement().step().pair(),
                        past.worth().values().stream().reduce(Money.zero(currency), Money::plus).negated(), Money::plus));
        return given;
    }

    /** What the database would say of the items: all, or what came after the last checkpoint before the day. */
    private History history(Map<ItemId, LocalDate> from) {
        Map<ItemId, Checkpoint> starts = new HashMap<>();
        books.checkpoints().taken().stream()
                .filter(one -> from.containsKey(one.item()) && one.day().isBefore(from.get(one.item())))
                .forEach(one -> starts.merge(one.item(), one, (a, b) -> a.day().isAfter(b.day()) ? a : b));
        List<History.Past> after = new ArrayList<>();
        List<History.Past> before = new ArrayList<>();
        history().all().stream().filter(past -> from.containsKey(past.movement().item())).forEach(past -> {
            Checkpoint start = starts.get(past.movement().item());
            (start == null || past.date().isAfter(start.day()) ? after : before).add(past);
        });
        Set<Long> early = starts.values().stream()
                .flatMap(start -> start.pools().stream())
                .flatMap(pool -> pool.cost().shortages().stream())
                .map(shortage -> shortage.origin().movement())
                .collect(Collectors.toSet());
        List<History.Past> missing = before.stream()
                .filter(past -> early.contains(past.movement().id()))
                .map(past -> new History.Past(past.movement(), past.kind(), past.undone(),
                        new TreeMap<>(past.worth().tailMap(starts.get(past.movement().item()).day().plusDays(1))),
                        past.inventory(), past.against()))
                .toList();
        Map<Long, Long> returnedTo = new HashMap<>();
        before.stream().map(History.Past::movement)
                .filter(one -> one.basis() == Basis.COMES_BACK || one.basis().name().startsWith("GOES_BACK"))
                .forEach(one -> returnedTo.put(one.id(), one.source()));
        return new History(new History.Start(starts.values(), missing, before.stream()
                .map(past -> source(past, before, starts.get(past.movement().item()).day())).toList(), returnedTo), after, elsewhere(after), pools());
    }

    /** As it stood at the end of a day: what was returned of it until then, and what it was worth until then. */
    private Source source(History.Past past, List<History.Past> before, LocalDate day) {
        long size = past.movement().quantity().millionths();
        long returned = 0;
        for (History.Past later : before) {
            Movement movement = later.movement();
            if (movement.source() == null || movement.source() != past.movement().id()) {
                continue;
            }
            if (movement.basis() == Basis.CORRECTED) {
                size += movement.quantity().millionths();
            } else if (movement.basis() != Basis.RECOUNTED && movement.basis() != Basis.CHARGE) {
                returned += movement.quantity().millionths() + before.stream().map(History.Past::movement)
                        .filter(undoing -> undoing.source() != null && undoing.source() == movement.id() && undoing.basis().undoes())
                        .mapToLong(undoing -> undoing.quantity().millionths()).sum();
            }
        }
        Money cost = past.worth().headMap(day.plusDays(1)).values().stream().reduce(Money.zero(currency), Money::plus);
        return new Source(past.movement().id(), new Quantity(Math.abs(size)), cost.isNegative() ? cost.negated() : cost,
                new Quantity(Math.abs(returned)));
    }

    /** All that is posted, as the database would say it. */
    History history() {
        Map<Long, SortedMap<LocalDate, Money>> worths = new HashMap<>();
        posted.stream().flatMap(one -> one.values().stream()).forEach(value -> worths
                .computeIfAbsent(value.movement(), fresh -> new TreeMap<>())
                .merge(value.date(), value.amount(), Money::plus));
        List<History.Past> past = new ArrayList<>();
        Map<Long, PostingKind> kinds = new HashMap<>();
        for (Posted one : posted) {
            for (Movement movement : one.movements()) {
                kinds.put(movement.id(), one.request().kind());
                past.add(new History.Past(movement, one.request().kind(), movement.basis().undoes() ? kinds.get(movement.source()) : null,
                        worths.getOrDefault(movement.id(), new TreeMap<>()), booked(inventory, one, movement), booked(against, one, movement)));
            }
        }
        return new History(History.Start.NOTHING, past, History.Elsewhere.NOTHING, pools());
    }

    private Map<Long, Stock.Place> pools() {
        return books.pools().entrySet().stream().collect(Collectors.toMap(pool -> pool.getValue().id(), Map.Entry::getKey));
    }

    /** The account that its own posting has for it; null where no line says so. */
    private Account booked(Map<Long, Account> accounts, Posted posted, Movement movement) {
        if (read.add(posted.seq())) {
            Account stock = played(AccountRole.INVENTORY);
            Set<Long> own = posted.movements().stream().map(Movement::id).collect(Collectors.toSet());
            posted.journal().lines().stream().filter(line -> line.movement() != null && own.contains(line.movement()))
                    .forEach(line -> (line.account().equals(stock) ? inventory : against).putIfAbsent(line.movement(), line.account()));
        }
        return accounts.get(movement.id());
    }

    private Account played(AccountRole role) {
        return books.setting().chart().account(role, 0, 0, ChartOfAccounts.BEGINNING);
    }

    Posted last() {
        return posted.get(posted.size() - 1);
    }

    /** What a movement of an earlier posting left to be returned, as the database would say it. */
    void remember(Posted earlier) {
        for (Movement movement : earlier.movements()) {
            remember(movement, movement.quantity().isPositive() ? movement.quantity() : movement.quantity().negated());
        }
    }

    /** Likewise of its first movement, with its quantity as it was corrected since. */
    void remember(Posted earlier, long actual) {
        remember(earlier.movements().get(0), Quantity.units(actual));
    }

    private void remember(Movement movement, Quantity size) {
        Money value = posted.stream().flatMap(one -> one.values().stream())
                .filter(entry -> entry.movement() == movement.id())
                .map(ValueEntry::amount)
                .reduce(Money.zero(currency), Money::plus);
        books.hold(new Stock.Named(movement.place(), movement.quantity().isPositive(), movement.step().date(), new Source(
                movement.id(), size, value.isNegative() ? value.negated() : value, Quantity.ZERO)));
    }

    Quantity onHand(Stock.Place place) {
        return books.balances().getOrDefault(place, Quantity.ZERO);
    }

    Stock.Pool pool(Stock.Place place) {
        return books.pools().get(books.setting().poolOf(place));
    }

    TrialBalance trialBalance() {
        List<JournalEntry> entries = posted.stream().map(Posted::journal).toList();
        return TrialBalance.of(currency, entries);
    }
}
