package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works out again, from the movements of one item and what they were worth, where its pools and balances must stand. Each
 * pool goes in cost order, business date and then ordinal; what a transfer brings waits for what it took elsewhere.
 */
public final class Replay {

    /**
     * A movement as the book holds it.
     *
     * @param line  of its posting; the two ends of a transfer share one
     * @param pool  number of the pool it belongs to
     * @param value signed as it moved; null where it moved inside one pool
     */
    public record Step(
            long movement, long posting, int line, PostingKind kind, Stock.Place place, long pool, Quantity quantity,
            LocalDate date, long ordinal, Long source, Money value) {

        boolean comes() {
            return quantity.isPositive();
        }

        /** What both ends of a transfer share. */
        String pair() {
            return posting + "/" + line;
        }
    }

    /** @param pools by number */
    public record Result(Map<Long, Stock.Pool> pools, Map<Stock.Place, Quantity> balances) {}

    private static final Comparator<Step> COST_ORDER = Comparator.comparing(Step::date).thenComparingLong(Step::ordinal);

    private final CostFlow flow;
    private final Currency currency;
    private final Map<Long, Stock.Pool> pools = new HashMap<>();
    private final Map<Stock.Place, Quantity> balances = new HashMap<>();
    private final Map<String, List<CostLayer>> underway = new HashMap<>();

    private Replay(CostFlow flow, Currency currency) {
        this.flow = flow;
        this.currency = currency;
    }

    /** @throws IllegalStateException where the book contradicts itself, naming the movement */
    public static Result of(CostFlow flow, Currency currency, List<Step> steps) {
        Replay replay = new Replay(flow, currency);
        replay.run(steps);
        return new Result(Map.copyOf(replay.pools), Map.copyOf(replay.balances));
    }

    private void run(List<Step> steps) {
        Map<Long, Deque<Step>> queues = new TreeMap<>();
        steps.stream().sorted(COST_ORDER).forEach(step ->
                queues.computeIfAbsent(step.pool(), pool -> new ArrayDeque<>()).add(step));
        int left = steps.size();
        while (left > 0) {
            int before = left;
            for (Deque<Step> queue : queues.values()) {
                while (!queue.isEmpty() && isReady(queue.peek())) {
                    apply(queue.poll());
                    left--;
                }
            }
            if (left == before) {
                throw contradiction(queues.values().stream().filter(queue -> !queue.isEmpty()).findFirst().orElseThrow().peek(),
                        "brings what left nowhere");
            }
        }
    }

    private boolean isReady(Step step) {
        return !isArrivalOfTransfer(step) || underway.containsKey(step.pair());
    }

    private static boolean isArrivalOfTransfer(Step step) {
        return step.kind() == PostingKind.TRANSFER && step.comes() && step.value() != null;
    }

    private void apply(Step step) {
        balances.merge(step.place(), step.quantity(), Quantity::plus);
        Stock.Pool pool = pools.getOrDefault(step.pool(),
                new Stock.Pool(step.pool(), CostPool.empty(flow, currency), 0, null, null));
        if (pool.ordinal() + 1 != step.ordinal()) {
            throw contradiction(step, "has place " + step.ordinal() + " in its pool, after " + pool.ordinal());
        }
        pools.put(step.pool(), step.value() == null
                ? pool.after(pool.cost(), step.date(), null)
                : pool.after(step.comes() ? arrive(step, pool.cost()) : depart(step, pool.cost()), step.date(), unitCost(step)));
    }

    private static BigDecimal unitCost(Step step) {
        return step.comes() ? step.value().perUnit(step.quantity()) : step.value().negated().perUnit(step.quantity().negated());
    }

    private CostPool arrive(Step step, CostPool pool) {
        List<CostLayer> parts = isArrivalOfTransfer(step)
                ? underway.remove(step.pair())
                : List.of(new CostLayer(CostLayer.Origin.POOLED, step.quantity(), step.value()));
        agree(step, parts.stream().map(CostLayer::value).reduce(Money.zero(currency), Money::plus));
        int first = step.kind() == PostingKind.REVERSAL ? CostLayer.Origin.PUT_BACK : 0;
        CostPool after = pool;
        for (int slice = 0; slice < parts.size(); slice++) {
            var origin = new CostLayer.Origin(step.date(), step.ordinal(), first + slice, step.movement());
            after = after.receive(new CostLayer(origin, parts.get(slice).left(), parts.get(slice).value()));
        }
        return after;
    }

    private CostPool depart(Step step, CostPool pool) {
        Quantity quantity = step.quantity().negated();
        if (quantity.compareTo(pool.onHand()) > 0) {
            throw contradiction(step, "takes " + quantity + " units of " + pool.onHand());
        }
        CostPool.Relief relief = relief(step, pool, quantity, step.value().negated());
        agree(step, relief.cost().negated());
        if (step.kind() == PostingKind.TRANSFER) {
            underway.put(step.pair(), new ArrayList<>(relief.taken()));
        }
        return relief.rest();
    }

    private static CostPool.Relief relief(Step step, CostPool pool, Quantity quantity, Money worth) {
        if (step.source() == null) {
            return pool.relieve(quantity);
        }
        if (step.kind() == PostingKind.REVERSAL) {
            return pool.takeOut(step.source(), quantity, worth)
                    .orElseThrow(() -> contradiction(step, "takes out what is not whole"));
        }
        return pool.tellsApart(step.source()) ? pool.relieveFrom(step.source(), quantity) : pool.relieveAt(quantity, worth);
    }

    private static void agree(Step step, Money replayed) {
        if (!replayed.equals(step.value())) {
            throw contradiction(step, "is worth " + step.value() + " in the book and " + replayed + " by its history");
        }
    }

    private static IllegalStateException contradiction(Step step, String what) {
        return new IllegalStateException("movement " + step.movement() + " of " + step.date() + " " + what);
    }
}
