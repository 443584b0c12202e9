package entrepot.inventory.ledger;

import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.Unvaluable;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The part of the book that a group of commands touches, in memory. Commands are posted one after the other; one that
 * is refused leaves no trace, so it does not sink its neighbours.
 *
 * <p>What comes after all that is posted is worked out from the pools as they stand. What is dated before some of it, or
 * changes it, needs the history of its items: {@link #needsHistory}.
 */
public final class Books {

    /**
     * What does not change while a group is posted.
     *
     * @param closing          to whoever posts
     * @param checkpointsApart movements of an item between two of its checkpoints, at least
     */
    public record Setting(
            Currency currency,
            ChartOfAccounts chart,
            Map<ItemId, ItemFacts> items,
            Map<LocationId, Spot> locations,
            LongSupplier ids,
            Closing closing,
            int checkpointsApart) {

        static final LocationId COMPANY = new LocationId(0);

        /** Where the stock of a place is valued. */
        public Stock.Place poolOf(Stock.Place place) {
            ItemFacts facts = items.get(place.item());
            return pool(place, facts, facts.scope());
        }

        /** Where it was valued on a day. */
        Stock.Place poolOf(Stock.Place place, LocalDate day) {
            ItemFacts facts = items.get(place.item());
            return pool(place, facts, facts.scopeOn(day));
        }

        private Stock.Place pool(Stock.Place place, ItemFacts facts, CostingScope scope) {
            return new Stock.Place(place.item(), valuedAt(locations.get(place.location()), scope), facts.isByLot() ? place.lot() : 0);
        }

        private static LocationId valuedAt(Spot spot, CostingScope scope) {
            return spot.apart() ? spot.site() : switch (scope) {
                case COMPANY -> COMPANY;
                case GROUP -> spot.pool();
                case LOCATION -> spot.site();
            };
        }

        /** Whether stock of the item may be in several pools. */
        boolean hasPools(ItemId item) {
            ItemFacts facts = items.get(item);
            return facts.scope() != CostingScope.COMPANY || facts.isRescoped();
        }

        /** A place that is valued in the pool, or was: {@code usual} where it may be. */
        Stock.Place placeIn(Stock.Place pool, LocationId usual) {
            LocationId where = pool.location().equals(COMPANY) || isIn(pool.location(), usual) ? usual
                    : locations.keySet().stream().sorted().filter(location -> isIn(pool.location(), location)).findFirst().orElseThrow();
            return new Stock.Place(pool.item(), where, pool.lot());
        }

        private boolean isIn(LocationId pool, LocationId location) {
            Spot spot = locations.get(location);
            return spot.site().equals(pool) || spot.pool().equals(pool);
        }

        /** Whether each lot of the item is valued by itself. */
        public boolean isByLot(ItemId item) {
            return items.get(item).isByLot();
        }

        public Stock.Place siteOf(Stock.Place place) {
            return new Stock.Place(place.item(), locations.get(place.location()).site());
        }

        /** What plays a role for a movement. The account of stock holds from the beginning. */
        public Account account(AccountRole role, Movement movement, LocalDate day) {
            long category = items.get(movement.item()).category();
            long site = siteOf(movement.place()).location().value();
            return role == AccountRole.INVENTORY ? chart.inventory(category, site) : chart.account(role, category, site, day);
        }

        /** Whether what lies there is fit to be sold. */
        public boolean isForSale(Stock.Place place) {
            return locations.get(place.location()).forSale();
        }

        /** Whether it may be sold to the customer at whom it lies. */
        public boolean isConsigned(Stock.Place place) {
            return locations.get(place.location()).consigned();
        }

        public CostPolicy policyOf(Stock.Place place) {
            return items.get(place.item()).policy();
        }

        /** The same with other policies of the items. */
        public Setting costedBy(UnaryOperator<CostPolicy> policy) {
            Map<ItemId, ItemFacts> other = new HashMap<>();
            items.forEach((item, facts) -> other.put(item, facts.with(policy.apply(facts.policy()))));
            return withItems(other);
        }

        private Setting changedBy(List<StockLine.ChangeCosting> changes) {
            Map<ItemId, ItemFacts> other = new HashMap<>(items);
            changes.forEach(change -> other.computeIfPresent(change.item(), (same, facts) -> change.isRetrospective()
                    ? facts.with(facts.policy().with(change.becomes())) : facts.turningTo(change.becomes())));
            return withItems(other);
        }

        /** Where the goods of some items are valued from a day on. */
        public Setting scopedBy(List<StockLine.ChangeScope> changes, LocalDate day) {
            Map<ItemId, ItemFacts> other = new HashMap<>(items);
            changes.forEach(change -> other.computeIfPresent(change.item(), (same, facts) -> facts.scopedFrom(day, change.becomes())));
            return withItems(other);
        }

        private Setting costedAs(Setting other) {
            return other == this ? this : withItems(other.items);
        }

        private Setting withItems(Map<ItemId, ItemFacts> others) {
            return new Setting(currency, chart, others, locations, ids, closing, checkpointsApart);
        }

        private Setting closed(Closing other) {
            return new Setting(currency, chart, items, locations, ids, other, checkpointsApart);
        }

        public String name(Stock.Place place) {
            return items.get(place.item()).sku() + " at " + locations.get(place.location()).code();
        }
    }

    /** @param posted null exactly where something was refused */
    public record Attempt(Posted posted, List<Refusal> refusals) {

        public boolean accepted() {
            return posted != null;
        }
    }

    Setting setting;
    final Map<Stock.Place, Stock.Pool> pools = new HashMap<>();
    final Map<Stock.Place, Quantity> balances = new HashMap<>();
    final Map<Long, Stock.Named> named = new HashMap<>();
    final Map<Long, Lot> lots = new HashMap<>();
    final Map<Stock.Place, Quantity> lotStock = new HashMap<>();
    final Map<Long, Quantity> theirs = new HashMap<>();
    final Map<Stock.Place, Quantity> pieces = new HashMap<>();
    private final Map<Long, History.Past> early = new HashMap<>();
    private final Checkpoints checkpoints = new Checkpoints();
    private final Map<ItemId, LocalDate> told = new HashMap<>();
    private final Reserved reserved = new Reserved();
    private History history;

    public Books(Setting setting) {
        this.setting = setting;
    }

    public Setting setting() {
        return setting;
    }

    public void hold(Stock.Place pool, Stock.Pool state) {
        pools.put(pool, state);
    }

    public void hold(Stock.Place place, Quantity onHand) {
        balances.put(place, onHand);
    }

    public void hold(Lot lot) {
        lots.put(lot.id(), lot);
    }

    /** As a document found it; what the book holds of it is later. */
    void holdAsFound(Lot lot) {
        lots.putIfAbsent(lot.id(), lot);
    }

    /** How much of one lot lies at a place. */
    public void holdLot(Stock.Place place, Quantity onHand) {
        lotStock.put(place, onHand);
    }

    /** How many pieces lie at a place, of a lot where the item is kept by lot. */
    public void holdPieces(Stock.Place place, Quantity onHand) {
        pieces.put(place, onHand);
    }

    /** How much of a lot lies here for suppliers. */
    public void holdTheirs(long lot, Quantity onHand) {
        theirs.put(lot, onHand);
    }

    public void hold(Stock.Named movement) {
        named.put(movement.movement(), movement);
    }

    /** A movement that took goods which are still missing: what comes next will change its value. */
    public void hold(History.Past past) {
        early.put(past.movement().id(), past);
    }

    /** The latest checkpoint that is stored of an item. */
    public void hold(ItemId item, LocalDate checkpoint) {
        checkpoints.hold(item, checkpoint);
    }

    /**
     * What moved in the pools of some items, which hang together; it takes the place of one held before.
     *
     * @param from of each item the day since which all that was made of it is among them
     */
    public void hold(Map<ItemId, LocalDate> from, History history) {
        told.clear();
        told.putAll(from);
        this.history = history;
    }

    /** The items whose history is not held and that {@code request} cannot be posted without, each with the day it is needed from. */
    public Map<ItemId, LocalDate> needsHistory(PostingRequest asked) {
        return historyOf(new Allotment(this, asked).request());
    }

    private Map<ItemId, LocalDate> historyOf(PostingRequest request) {
        if (comesLast(request)) {
            return Map.of();
        }
        Map<ItemId, LocalDate> from = firstDays(request);
        boolean isHeld = from.entrySet().stream().allMatch(one -> !told.getOrDefault(one.getKey(), LocalDate.MAX).isAfter(one.getValue()));
        return isHeld ? Map.of() : from;
    }

    private boolean comesLast(PostingRequest request) {
        return IntStream.range(0, request.stock().size()).noneMatch(line ->
                request.stock().get(line).changesThePast() || isBackdated(request, line));
    }

    /** Of each item the first day on which the request changes something. */
    Map<ItemId, LocalDate> firstDays(PostingRequest request) {
        Map<ItemId, LocalDate> days = new LinkedHashMap<>();
        for (StockLine line : request.stock()) {
            LocalDate day = earlier(firstDay(line), request.businessDate());
            days.merge(line.item(), setting.items().get(line.item()).costedFrom(day), Books::earlier);
        }
        return days;
    }

    private LocalDate firstDay(StockLine line) {
        if (line.isRetrospective()) {
            return ItemFacts.BEGINNING;
        }
        Stock.Named changed = line.changesThePast() ? named.get(line.names()) : null;
        return changed == null ? LocalDate.MAX : changed.date();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isBackdated(PostingRequest request, int number) {
        StockLine line = request.stock().get(number);
        LocalDate date = request.businessDate();
        return request.places(number).anyMatch(place -> {
            Stock.Pool pool = pools.get(setting.poolOf(place));
            if (setting.items().get(line.item()).isBeforeItsScope(date) || setting.policyOf(place).period() != AveragePeriod.EVENT
                    || mayBeTruedUp(line, place) || isPartlyReturned(line, date) || changesOtherReturns(line)) {
                return true;
            }
            return pool != null && pool.lastDate() != null && (date.isBefore(pool.lastDate()) || isMissingElsewhere(line.item(), pool));
        });
    }

    /** What it names may be trued up in another pool on a day after this one. */
    private boolean mayBeTruedUp(StockLine line, Stock.Place place) {
        return line.names() != null && setting.hasPools(place.item()) && setting.policyOf(place).mayGoBelowZero();
    }

    /** Part of what it names went back before, or had until that was undone, it may be from the pool of another place and on a later day than this. */
    private boolean isPartlyReturned(StockLine line, LocalDate date) {
        Stock.Named source = line.names() == null ? null : named.get(line.names());
        return source != null && setting.hasPools(line.item()) && (!source.source().returned().isZero() || source.isReopenedAfter(date));
    }

    /** What it undoes gave back part of something; what gave back another part, it may be in another pool and later, gives back the next one then. */
    private boolean changesOtherReturns(StockLine line) {
        Stock.Named source = line instanceof StockLine.Undo undo && undo.returnedTo() != null ? named.get(undo.returnedTo()) : null;
        return source != null && setting.hasPools(line.item()) && source.source().returned().compareTo(line.quantity()) > 0;
    }

    /** What is missing here may have come back to the pool of another place since, at the cost it had then. */
    private boolean isMissingElsewhere(ItemId item, Stock.Pool pool) {
        return setting.hasPools(item) && !pool.cost().shortages().isEmpty();
    }

    public Attempt post(PostingRequest request, String actor, Instant recorded) {
        return post(request, List.of(), actor, recorded);
    }

    /** @throws IllegalStateException where {@link #needsHistory} asked for one and none was given */
    public Attempt post(PostingRequest asked, List<Fulfilment> fulfilments, String actor, Instant recorded) {
        Allotment allotment = new Allotment(this, asked);
        PostingRequest request = allotment.request();
        if (setting.closing().covers(request.businessDate())) {
            return new Attempt(null, List.of(Refusal.whole("period-closed", setting.closing().refusal(request.businessDate()))));
        }
        boolean last = comesLast(request);
        if (!last && !historyOf(request).isEmpty()) {
            throw new IllegalStateException("the history of " + historyOf(request) + " is needed for " + request.id());
        }
        Draft draft = new Draft(this, request, last ? null : history, settingOf(request));
        try {
            allotment.refusals().forEach(draft::refuse);
            Pieces.broken(this, request).stream().filter(refusal -> !allotment.refuses(refusal.line())).forEach(draft::refuse);
            new Instructions(draft).carryOut(allotment);
            if (draft.refusals().isEmpty()) {
                reserved.refusals(request, fulfilments, this).forEach(draft::refuse);
            }
            if (!draft.refusals().isEmpty()) {
                return new Attempt(null, draft.refusals());
            }
            Posted posted = draft.posted(actor, recorded);
            List<Refusal> refused = draft.refused(posted);
            if (!refused.isEmpty()) {
                return new Attempt(null, refused);
            }
            firstDays(request).forEach(checkpoints::spoil);
            posted.restated().forEach(value -> checkpoints.spoil(value.item(), value.date()));
            draft.commit(posted);
            if (request.takesTheirs()) {
                request.lots().values().forEach(parts -> parts.forEach(part -> theirs.computeIfPresent(part.lot().id(),
                        (same, held) -> held.minus(part.quantity()))));
            }
            setting = setting.costedAs(draft.setting());
            reserved.took(posted, fulfilments);
            if (request.stock().stream().anyMatch(line -> told.containsKey(line.item()))) {
                told.clear(); // it hangs together, and part of it has gone on
            }
            return new Attempt(posted, List.of());
        } catch (Unvaluable impossible) {
            return new Attempt(null, List.of(draft.refusal(impossible)));
        } catch (ArithmeticException overflow) {
            return new Attempt(null, List.of(Refusal.overflow(overflow)));
        }
    }

    /** Where a method changes as if it had always been so, what the request makes of the days before its own is none of the result. */
    private Setting settingOf(PostingRequest request) {
        List<StockLine.ChangeCosting> changes = request.all(StockLine.ChangeCosting.class);
        if (changes.isEmpty()) {
            List<StockLine.ChangeScope> scopes = request.all(StockLine.ChangeScope.class);
            return scopes.isEmpty() ? setting : setting.scopedBy(scopes, request.businessDate());
        }
        Setting changed = setting.changedBy(changes);
        return changes.stream().noneMatch(StockLine.ChangeCosting::isRetrospective) ? changed
                : changed.closed(setting.closing().before(request.businessDate(), changes.get(0).against(), setting.currency()));
    }

    /** What of an item at a site may be sold. */
    Quantity available(Stock.Place site) {
        return balances.entrySet().stream()
                .filter(one -> setting.siteOf(one.getKey()).equals(site) && setting.isForSale(one.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    public Reserved reserved() {
        return reserved;
    }

    History.Past early(long movement) {
        return early.get(movement);
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }

    public Map<Stock.Place, Stock.Pool> pools() {
        return Map.copyOf(pools);
    }

    public Map<Stock.Place, Quantity> balances() {
        return Map.copyOf(balances);
    }

    /** By place and lot. */
    public Map<Stock.Place, Quantity> lotStock() {
        return Map.copyOf(lotStock);
    }

    /** By place, and by lot where the item is kept by lot. */
    public Map<Stock.Place, Quantity> pieces() {
        return Map.copyOf(pieces);
    }

    String name(Stock.Place place) {
        return setting.name(place) + (place.lot() == 0 ? "" : ", lot " + lots.get(place.lot()).code());
    }

    /** The pools that commands touch and name, in the one order in which everybody locks them. */
    public static List<Stock.Place> poolsTouched(Collection<PostingRequest> requests, Setting setting) {
        return requests.stream()
                .flatMap(request -> IntStream.range(0, request.stock().size()).boxed().flatMap(request::places))
                .filter(place -> place.lot() != 0 || !setting.isByLot(place.item()))
                .map(setting::poolOf).distinct().sorted().toList();
    }

    public static List<Stock.Place> placesTouched(Collection<PostingRequest> requests) {
        return requests.stream()
                .flatMap(request -> IntStream.range(0, request.stock().size()).boxed().flatMap(request::places))
                .map(Stock.Place::whole).distinct().sorted().toList();
    }

    Stock.Pool emptyPool(Stock.Place pool) {
        CostPolicy policy = setting.policyOf(pool);
        return new Stock.Pool(setting.ids().getAsLong(),
                new CostPool(policy.flow(), setting.currency(), policy.initialUnitCost()), 0, null);
    }
}
