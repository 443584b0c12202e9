package entrepot.inventory.ledger;

import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.Unvaluable;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

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
     * @param poolsByLocation each location values its own stock; otherwise one pool for the company
     */
    public record Setting(
            Currency currency,
            boolean poolsByLocation,
            ChartOfAccounts chart,
            Map<ItemId, ItemFacts> items,
            Map<LocationId, String> locations,
            LongSupplier ids) {

        static final LocationId COMPANY = new LocationId(0);

        /** Where the stock of a place is valued. */
        public Stock.Place poolOf(Stock.Place place) {
            return poolsByLocation ? place : new Stock.Place(place.item(), COMPANY);
        }

        public CostPolicy policyOf(Stock.Place place) {
            return items.get(place.item()).policy();
        }

        public String name(Stock.Place place) {
            return items.get(place.item()).sku() + " at " + locations.get(place.location());
        }
    }

    /** @param posted null exactly where something was refused */
    public record Attempt(Posted posted, List<Refusal> refusals) {

        public boolean accepted() {
            return posted != null;
        }
    }

    final Setting setting;
    final Map<Stock.Place, Stock.Pool> pools = new HashMap<>();
    final Map<Stock.Place, Quantity> balances = new HashMap<>();
    final Map<Long, Stock.Named> named = new HashMap<>();
    private final Map<Long, History.Past> early = new HashMap<>();
    private final Map<ItemId, History> histories = new HashMap<>();

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

    public void hold(Stock.Named movement) {
        named.put(movement.movement(), movement);
    }

    /** A movement that took goods which are still missing: what comes next will change its value. */
    public void hold(History.Past past) {
        early.put(past.movement().id(), past);
    }

    /** All that moved in the pools of {@code items}, which hang together. */
    public void hold(Set<ItemId> items, History history) {
        items.forEach(item -> histories.put(item, history));
    }

    /** The items whose history is not held and that {@code request} cannot be posted without. */
    public Set<ItemId> needsHistory(PostingRequest request) {
        Set<ItemId> items = new LinkedHashSet<>();
        if (request.stock().stream().anyMatch(line -> line.changesThePast() || isBackdated(line, request.businessDate()))) {
            request.stock().forEach(line -> items.add(line.item()));
            items.removeAll(histories.keySet());
        }
        return items;
    }

    private boolean isBackdated(StockLine line, LocalDate date) {
        return placesOf(line).anyMatch(place -> {
            Stock.Pool pool = pools.get(setting.poolOf(place));
            if (setting.policyOf(place).period() != AveragePeriod.EVENT || mayBeTruedUp(line, place)) {
                return true;
            }
            return pool != null && pool.lastDate() != null && (date.isBefore(pool.lastDate()) || isMissingElsewhere(pool));
        });
    }

    /** What it names may be trued up in another pool on a day after this one. */
    private boolean mayBeTruedUp(StockLine line, Stock.Place place) {
        return line.names() != null && setting.poolsByLocation() && setting.policyOf(place).mayGoBelowZero();
    }

    /** What is missing here may have come back to the pool of another place since, at the cost it had then. */
    private boolean isMissingElsewhere(Stock.Pool pool) {
        return setting.poolsByLocation() && !pool.cost().shortages().isEmpty();
    }

    /** @throws IllegalStateException where {@link #needsHistory} asked for one and none was given */
    public Attempt post(PostingRequest request, String actor, Instant recorded) {
        if (!needsHistory(request).isEmpty()) {
            throw new IllegalStateException("the history of " + needsHistory(request) + " is needed for " + request.id());
        }
        Draft draft = new Draft(this, request, historyFor(request));
        try {
            new Instructions(draft).carryOut();
            if (!draft.refusals().isEmpty()) {
                return new Attempt(null, draft.refusals());
            }
            Posted posted = draft.posted(actor, recorded);
            draft.commit();
            request.stock().forEach(line -> histories.remove(line.item()));
            return new Attempt(posted, List.of());
        } catch (Unvaluable impossible) {
            return new Attempt(null, List.of(draft.refusal(impossible)));
        } catch (ArithmeticException overflow) {
            return new Attempt(null, List.of(Refusal.overflow(overflow)));
        }
    }

    /** Null where all lines come after what is posted. */
    private History historyFor(PostingRequest request) {
        List<History> held = request.stock().stream().map(line -> histories.get(line.item()))
                .filter(history -> history != null).distinct().toList();
        return held.size() <= 1
                ? held.stream().findFirst().orElse(null)
                : new History(held.stream().flatMap(history -> history.all().stream()).toList());
    }

    History.Past early(long movement) {
        return early.get(movement);
    }

    public Map<Stock.Place, Stock.Pool> pools() {
        return Map.copyOf(pools);
    }

    public Map<Stock.Place, Quantity> balances() {
        return Map.copyOf(balances);
    }

    /** The pools that commands touch, in the one order in which everybody locks them. */
    public static List<Stock.Place> poolsTouched(Collection<PostingRequest> requests, Setting setting) {
        return placesTouched(requests).stream().map(setting::poolOf).distinct().sorted().toList();
    }

    public static List<Stock.Place> placesTouched(Collection<PostingRequest> requests) {
        List<Stock.Place> places = new ArrayList<>();
        requests.forEach(request -> request.stock().forEach(line -> placesOf(line).forEach(places::add)));
        return places.stream().distinct().sorted().toList();
    }

    private static Stream<Stock.Place> placesOf(StockLine line) {
        var first = new Stock.Place(line.item(), line.location());
        return line instanceof StockLine.Move move
                ? Stream.of(first, new Stock.Place(move.item(), move.to()))
                : Stream.of(first);
    }

    Stock.Pool emptyPool(Stock.Place pool) {
        CostPolicy policy = setting.policyOf(pool);
        return new Stock.Pool(setting.ids().getAsLong(),
                new CostPool(policy.flow(), setting.currency(), policy.initialUnitCost()), 0, null);
    }
}
