package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostRun;
import entrepot.inventory.valuation.Source;
import entrepot.inventory.valuation.Step;
import entrepot.inventory.valuation.Turn;
import entrepot.inventory.valuation.Unvaluable;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One posting while it is being worked out: its changes lie over the books until {@link #commit}. */
final class Draft {

    /**
     * A movement of this posting.
     *
     * @param against  the account on the other side of its value
     * @param mirrored the journal lines of the movement it undoes, else empty
     * @param parted   whether it undoes one of the movements of an assembly
     */
    record Entry(Movement movement, AccountRole against, List<JournalLine> mirrored, boolean parted) {}

    private final Books books;
    private final PostingRequest request;
    private final History history;
    private final Books.Setting setting;
    private final Map<Stock.Place, Stock.Pool> pools = new HashMap<>();
    private final Map<Long, Stock.Place> poolPlaces = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private CostRun run;
    private CheckpointTaker checkpoints;
    private Map<Stock.Place, Quantity> movedSince;
    private LotBalances lots;
    private long whole;
    private List<Comparative> comparatives = List.of();
    private final Set<Long> reopened = new HashSet<>();

    /**
     * @param history of all its items, or null where it comes after all that is posted
     * @param setting by which it is worked out
     */
    Draft(Books books, PostingRequest request, History history, Books.Setting setting) {
        this.books = books;
        this.request = request;
        this.history = history;
        this.setting = setting;
        this.run = new CostRun(setting().currency(), pool -> setting().policyOf(poolPlaces.get(pool)));
    }

    // What the instructions add

    /** A movement that an instruction makes, as far as it differs from one to the other. */
    final class Entering {
        private final int line;
        private final Stock.Place place;
        private final Quantity quantity;
        private final Basis basis;
        private Stock.Place pool;
        private LocalDate date = request.businessDate();
        private Money stated;
        private BigDecimal unitCost;
        private Long source;
        private long pair;
        private Turn turn;
        private Long pieces;

        private Entering(int line, Stock.Place place, Quantity quantity, Basis basis) {
            this.line = line;
            this.place = place;
            this.quantity = quantity;
            this.basis = basis;
            Long asked = piecesOf(line, place);
            pieces = asked == null || quantity.compareTo(Quantity.ZERO) >= 0 ? asked : Long.valueOf(-asked);
        }

        Entering on(LocalDate day) {
            date = day;
            return this;
        }

        /** Not in the pool in which its place is valued on the day. */
        Entering in(Stock.Place otherPool) {
            pool = otherPool;
            return this;
        }

        Entering stating(Money amount) {
            stated = amount;
            return this;
        }

        Entering at(BigDecimal cost) {
            unitCost = cost;
            return this;
        }

        Entering of(long movement) {
            source = movement;
            return this;
        }

        Entering pairedBy(long number) {
            pair = number;
            return this;
        }

        Entering turning(Turn change) {
            turn = change;
            return this;
        }

        /** Another number of pieces than its line says, with the sign of what they change; or null. */
        Entering counting(Long signed) {
            pieces = signed;
            return this;
        }

        void against(AccountRole role) {
            enter(role, List.of(), false);
        }

        void mirroring(List<JournalLine> lines, boolean parted, AccountRole role) {
            enter(role, lines, parted);
        }

        private void enter(AccountRole against, List<JournalLine> mirrored, boolean parted) {
            Stock.Pool its = next(place, pool != null ? pool : setting().poolOf(place, date), date);
            var step = new Step(id(), its.id(), place.location().value(), date, its.ordinal(), basis, quantity, stated,
                    unitCost, source, pair, turn);
            entries.add(new Entry(new Movement(line, place.item(), place.location(), quantity, step, setting().closing().booked(date),
                    books.lots.get(place.lot()), pieces), against, mirrored, parted));
            if (place.lot() != 0 && basis != Basis.COUNTED) {
                lots().move(place, date, quantity);
            }
            if (isInOrder()) {
                run.apply(step);
            }
        }
    }

    /** The pool after one more movement of a place in it. */
    private Stock.Pool next(Stock.Place place, Stock.Place key, LocalDate date) {
        Stock.Pool after = pool(place, key).after(date);
        pools.put(key, after);
        return after;
    }

    Entering enter(int line, Stock.Place place, Quantity signed, Basis basis) {
        return new Entering(line, place, signed, basis);
    }

    /** A number that the movements of one transfer share. */
    long pair() {
        return id();
    }

    /** A number that all of one assembly share. */
    long whole() {
        whole = whole == 0 ? id() : whole;
        return whole;
    }

    /** Of an item, where its pools are. */
    List<Stock.Place> poolsOf(ItemId item) {
        return books.pools.keySet().stream().filter(pool -> pool.item().equals(item)).sorted().toList();
    }

    Stock.Pool held(Stock.Place pool) {
        return books.pools.get(pool);
    }

    /** Where the item lies, or lay: by site, at each by place and lot. */
    List<Stock.Place> placesOf(ItemId item) {
        return (setting().isByLot(item) ? books.lotStock : books.balances).keySet().stream().filter(place -> place.item().equals(item))
                .sorted(Comparator.comparing(setting()::siteOf).thenComparing(Comparator.naturalOrder())).toList();
    }

    /** Whether the item came to other terms on a later day, as far as the history is held. */
    boolean turnsAfter(ItemId item, LocalDate day) {
        return history.all().stream().anyMatch(past -> past.movement().basis() == Basis.SET_TERMS
                && past.movement().item().equals(item) && past.date().isAfter(day));
    }

    boolean isInOrder() {
        return history == null;
    }

    /** A movement of the book as it stands with all corrections of it; null where the book has none of that number. */
    History.Past past(long movement) {
        return history.of(movement);
    }

    List<History.Past> pairedWith(History.Past one) {
        return history.pairedWith(one);
    }

    Quantity corrected(History.Past past) {
        return history.corrected(past);
    }

    /** Of a movement with all corrections of it, with its sign; null where pieces are not counted. */
    Long correctedPieces(History.Past past) {
        return history.correctedPieces(past);
    }

    /** What a line says of its pieces at a place; null where they are not counted. */
    Long piecesOf(int line, Stock.Place place) {
        return facts(place.item()).pieces() == null ? null : request.piecesOf(line, place.lot());
    }

    /** All that the history tells. */
    Collection<History.Past> pasts() {
        return history.all();
    }

    /** Where the movements so far lead. */
    CostRun tried() {
        holdPoolsOfHistory();
        return history.run(setting(), poolPlaces, steps(), (step, pool) -> {});
    }

    /** Where the history had led, had all of some items always been valued where it is from this posting on. */
    CostRun regrouped(Set<ItemId> items) {
        holdPoolsOfHistory();
        return history.regrouped(setting(), items, poolPlaces);
    }

    Stock.Place placeOf(long pool) {
        return poolPlaces.get(pool);
    }

    /** What months would have been, for their comparative figures. */
    void tell(List<Comparative> told) {
        comparatives = told;
    }

    // The end

    Posted posted(String actor, Instant recorded) {
        if (!isInOrder()) {
            holdPoolsOfHistory();
            checkpoints = new CheckpointTaker(poolPlaces, setting().checkpointsApart(), Set.of(), history.lastBefore(books.firstDays(request)));
            run = history.run(setting(), poolPlaces, steps(), checkpoints);
        }
        List<Movement> recounts = isInOrder() ? List.of() : recounts();
        return new Bookkeeping(books, setting, request, entries, recounts, run, history).posted(id(), actor, recorded).comparing(comparatives);
    }

    private List<Step> steps() {
        return entries.stream().map(entry -> entry.movement().step()).toList();
    }

    /** A count stands as it was counted: what it moved follows from what is on hand before it now. */
    private List<Movement> recounts() {
        List<Movement> recounts = new ArrayList<>();
        Map<Long, Long> pieces = Pieces.recounted(entries.stream().map(Entry::movement).toList(), history);
        history.counted().forEach((count, before) -> {
            Quantity difference = run.counted().getOrDefault(count, Quantity.ZERO).minus(before);
            if (!difference.isZero() || pieces.containsKey(count)) {
                recounts.add(recount(history.of(count).movement(), difference, pieces.get(count)));
            }
        });
        return recounts;
    }

    private Movement recount(Movement count, Quantity difference, Long pieces) {
        Step step = count.step();
        return new Movement(0, count.item(), count.location(), difference, new Step(
                id(), step.pool(), step.place(), step.date(), next(count.place(), poolPlaces.get(step.pool()), step.date()).ordinal(), Basis.RECOUNTED,
                difference, null, null, count.id(), 0, null), setting().closing().booked(step.date()), count.lot(), pieces);
    }

    private void holdPoolsOfHistory() {
        history.all().forEach(past -> pool(past.movement().place(), history.poolOf(past, setting())));
        history.start().checkpoints().forEach(checkpoint -> checkpoint.pools().forEach(
                pool -> poolPlaces.put(pool.id(), new Stock.Place(checkpoint.item(), pool.location(), pool.lot()))));
    }

    /** What of lots and pieces cannot be. */
    List<Refusal> refused(Posted posted) {
        List<Refusal> refused = new ArrayList<>(new LotBalances(books, request, history).refusals(posted.movements()));
        refused.addAll(Pieces.belowZero(books, posted.movements(), history));
        return refused;
    }

    void commit(Posted posted) {
        if (!isInOrder()) {
            books.checkpoints().add(checkpoints.taken());
        }
        pools.forEach((place, pool) -> books.pools.put(place,
                new Stock.Pool(pool.id(), run.pools().getOrDefault(pool.id(), pool.cost()), pool.ordinal(), pool.lastDate())));
        run.shelves().forEach((shelf, onHand) -> {
            Stock.Place pool = poolPlaces.get(shelf.pool());
            Stock.Place place = new Stock.Place(pool.item(), new LocationId(shelf.place()));
            if (pool.lot() == 0 && pool.equals(setting().poolOf(place))) {
                books.balances.put(place, onHand);
            }
        });
        posted.movements().stream().filter(movement -> movement.lot() != null).forEach(this::commitLot);
        posted.movements().stream().filter(movement -> movement.pieces() != null).forEach(this::commitPieces);
        books.named.replaceAll((movement, named) -> named.with(run.sources().getOrDefault(movement, named.source())));
        reopened.forEach(movement -> books.named.computeIfPresent(movement, (same, named) -> named.reopenedOn(request.businessDate())));
        entries.stream().filter(entry -> isMissing(entry.movement())).forEach(entry -> books.hold(new History.Past(
                entry.movement(), request.kind(), null, new TreeMap<>(),
                account(AccountRole.INVENTORY, entry), account(entry.against(), entry))));
    }

    /** A pool of one lot says nothing of the other lots on its shelf. */
    private void commitLot(Movement movement) {
        books.lotStock.merge(movement.place(), movement.quantity(), Quantity::plus);
        if (setting().isByLot(movement.item())) {
            books.balances.merge(movement.place().whole(), movement.quantity(), Quantity::plus);
        }
    }

    private void commitPieces(Movement movement) {
        books.pieces.merge(movement.place(), Quantity.units(movement.pieces()), Quantity::plus);
        if (movement.basis() == Basis.CORRECTED) {
            books.named.computeIfPresent(movement.source(), (same, named) -> named.plusPieces(movement.pieces()));
        }
    }

    private boolean isMissing(Movement movement) {
        CostPool pool = run.pools().get(movement.pool());
        return pool != null && pool.shortages().stream().anyMatch(shortage -> shortage.origin().movement() == movement.id());
    }

    private Account account(AccountRole role, Entry entry) {
        return setting().account(role, entry.movement(), entry.movement().step().date());
    }

    // What the books say, as changed so far

    Stock.Pool pool(Stock.Place place) {
        return pool(place, setting().poolOf(place));
    }

    private Stock.Pool pool(Stock.Place place, Stock.Place key) {
        Stock.Pool pool = pools.computeIfAbsent(key, fresh -> {
            Stock.Pool held = books.pools.containsKey(key) ? books.pools.get(key) : books.emptyPool(key);
            CostPool copy = held.cost().copy();
            run.hold(held.id(), copy);
            poolPlaces.put(held.id(), key);
            return new Stock.Pool(held.id(), copy, held.ordinal(), held.lastDate());
        });
        run.shelves().computeIfAbsent(new CostRun.Shelf(pool.id(), place.location().value()), fresh -> lying(place));
        return pool;
    }

    /** What lies at a place before this posting. */
    Quantity lying(Stock.Place place) {
        return (setting().isByLot(place.item()) ? books.lotStock : books.balances).getOrDefault(shelved(place), Quantity.ZERO);
    }

    /** What is valued together at a place. */
    private Stock.Place shelved(Stock.Place place) {
        return setting().isByLot(place.item()) ? place : place.whole();
    }

    /** What may leave of a lot on the posting's day. */
    Quantity ofLot(Stock.Place place) {
        return lots().least(place, request.businessDate());
    }

    private LotBalances lots() {
        if (lots == null) {
            lots = new LotBalances(books, request, history);
        }
        return lots;
    }

    Quantity onHand(Stock.Place place) {
        return run.shelves().get(new CostRun.Shelf(pool(place).id(), place.location().value()));
    }

    /** On hand at the end of the posting's day, without what this posting itself moves. */
    Quantity onHandThen(Stock.Place place) {
        if (isInOrder()) {
            return onHand(place);
        }
        if (movedSince == null) {
            movedSince = new HashMap<>();
            history.all().stream().filter(past -> past.date().isAfter(request.businessDate()))
                    .forEach(past -> movedSince.merge(shelved(past.movement().place()), past.movement().quantity(), Quantity::plus));
        }
        return lying(place).minus(movedSince.getOrDefault(shelved(place), Quantity.ZERO));
    }

    /** The movement named, as this posting has left it; null where there is none. */
    Stock.Named named(long movement) {
        Stock.Named named = books.named.get(movement);
        if (named == null) {
            return null;
        }
        Source now = run.sources().computeIfAbsent(movement, fresh -> named.source());
        return named.with(now);
    }

    /** What {@code undone} had given back to is open again with it. */
    void reopens(long undone, long to) {
        named(to);
        reopened.add(to);
        run.hold(undone, to);
    }

    String name(Stock.Place place) {
        return books.name(place);
    }

    Books.Setting setting() {
        return setting;
    }

    /** As it is before this posting. */
    ItemFacts facts(ItemId item) {
        return before().items().get(item);
    }

    /** What held before this posting. */
    Books.Setting before() {
        return books.setting;
    }

    PostingRequest request() {
        return request;
    }

    void refuse(int line, String code, String detail) {
        refusals.add(new Refusal(line, code, detail));
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Why the history with this posting in it cannot be. */
    Refusal refusal(Unvaluable impossible) {
        Step step = impossible.step();
        Entry entry = entries.stream().filter(one -> one.movement().id() == step.movement()).findFirst()
                .orElse(isInOrder() && !entries.isEmpty() ? entries.get(entries.size() - 1) : null);
        int line = entry == null ? -1 : entry.movement().line();
        Stock.Place pool = poolPlaces.get(step.pool());
        String place = name(new Stock.Place(pool.item(), new LocationId(step.place()), pool.lot()));
        if (impossible.code().equals("not-whole")) {
            return new Refusal(line, impossible.code(), "of the " + step.size() + " units of " + place + " that came in, "
                    + impossible.getMessage() + ": undo what used them first");
        }
        String by = entry != null ? ""
                : " for the " + history.of(step.movement()).kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " that is posted";
        return new Refusal(line, impossible.code(), place + ": " + impossible.getMessage() + by);
    }

    private long id() {
        return setting().ids().getAsLong();
    }
}
