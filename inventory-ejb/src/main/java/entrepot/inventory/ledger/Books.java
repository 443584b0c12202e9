package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The part of the book that a group of commands touches, in memory. Commands are posted one after the other; one that
 * is refused leaves no trace, so it does not sink its neighbours.
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
    final Map<Long, Stock.Source> sources = new HashMap<>();

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

    public void hold(Stock.Source source) {
        sources.put(source.movement(), source);
    }

    public Attempt post(PostingRequest request, String actor, Instant recorded) {
        Draft draft = new Draft(this, request);
        try {
            new Instructions(draft).carryOut();
            if (!draft.refusals().isEmpty()) {
                return new Attempt(null, draft.refusals());
            }
            Posted posted = draft.posted(actor, recorded);
            draft.commit();
            return new Attempt(posted, List.of());
        } catch (ArithmeticException overflow) {
            return new Attempt(null, List.of(Refusal.overflow(overflow)));
        }
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
        for (PostingRequest request : requests) {
            for (StockLine line : request.stock()) {
                places.add(new Stock.Place(line.item(), line.location()));
                if (line instanceof StockLine.Move move) {
                    places.add(new Stock.Place(move.item(), move.to()));
                }
            }
        }
        return places.stream().distinct().sorted().toList();
    }

    Stock.Pool emptyPool(ItemId item) {
        return new Stock.Pool(0, CostPool.empty(setting.items().get(item).costing(), setting.currency()), 0, null, null);
    }
}
