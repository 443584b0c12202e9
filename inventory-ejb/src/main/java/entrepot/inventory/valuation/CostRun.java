package entrepot.inventory.valuation;

import entrepot.inventory.valuation.CostLayer.Origin;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.LongFunction;

/**
 * Works out what every movement is worth. Steps are applied one by one to the pools as they stand, or, where something
 * earlier changed, all of them anew in cost order: the same rules give the same figures either way.
 */
public final class CostRun {

    /** A place inside a pool. */
    public record Shelf(long pool, long place) {}

    /** Told of each step as it is done. */
    public interface Trace {
        void after(Step step, CostPool pool);

        /** What a step takes from its pool. @param before what the pool held, or null over a period */
        default void takes(Step step, CostPool.Relief relief, Held before) {}

        /** All steps of that day are done. */
        default void endOf(LocalDate day, CostRun run) {}
    }

    /** What a pool held. */
    public record Held(Quantity quantity, Money value) {}

    private final Currency currency;
    private final LongFunction<CostPolicy> policies;
    private final Map<Long, CostPool> pools = new HashMap<>();
    private final Map<Shelf, Quantity> shelves = new HashMap<>();
    private final Sources sources = new Sources();
    private final Map<Long, Worth> worths = new LinkedHashMap<>();
    private final Map<Long, Money> owed = new HashMap<>();
    private final Map<Long, Quantity> counted = new HashMap<>();
    private final Map<Long, Money> charges = new HashMap<>();
    private final Underway underway;
    private final Periods periods;
    private final Set<Long> lenient = new HashSet<>();
    private Trace trace = (step, pool) -> {};

    /** @param policies by pool */
    public CostRun(Currency currency, LongFunction<CostPolicy> policies) {
        this.currency = currency;
        underway = new Underway(currency);
        periods = new Periods(this, policies);
        this.policies = policies;
    }

    public void trace(Trace told) {
        trace = told;
    }

    // Where it starts

    /** The run works on {@code pool} itself. */
    public void hold(long number, CostPool pool) {
        pools.put(number, pool);
    }

    public void hold(Shelf shelf, Quantity onHand) {
        shelves.put(shelf, onHand);
    }

    public void hold(Source source) {
        sources.hold(source);
    }

    /** The movement {@code returned} gave back what {@code to} had moved. */
    public void hold(long returned, long to) {
        sources.hold(returned, to);
    }

    /** The pool is costed by these first, whatever its policy says now. */
    public void hold(long pool, CostTerms first) {
        periods.hold(pool, first);
    }

    /** Of what leaves for the pair some is not run: it is worth this. */
    public void give(long pair, Money worth) {
        underway.give(pair, worth);
    }

    /** Of what is made for the pair some is not run: by movement its share of what is left when its turn comes. */
    public void others(long pair, SortedMap<Long, BigDecimal> others) {
        underway.others(pair, others);
    }

    /** What the movement brought may be taken out again though some of it was used since: it was allowed when it was posted. */
    public void tolerate(long movement) {
        lenient.add(movement);
    }

    // Working it out

    /** All steps that come after what is held. @throws Unvaluable where they cannot be */
    public void run(Collection<Step> all) {
        List<Step> steps = Corrections.fold(all);
        steps.stream()
                .filter(step -> step.basis() == Basis.CHARGE && policy(step).lateCost() == LateCost.REPLAY)
                .forEach(step -> charges.merge(step.source(), step.stated(), Money::plus));
        List<Step> ordered = Timeline.of(steps);
        periods.expect(ordered);
        LocalDate day = null;
        for (Step step : ordered) {
            if (day != null && step.date().isAfter(day)) {
                endOf(day, step.date());
            }
            day = step.date();
            apply(step);
        }
        if (day != null) {
            endOf(day, day.plusDays(1));
        }
        periods.settle(null);
    }

    private void endOf(LocalDate day, LocalDate next) {
        periods.settle(next);
        trace.endOf(day, this);
    }

    /** @throws Unvaluable where it cannot be; the pools are spoilt then */
    public void apply(Step step) {
        try {
            work(step);
        } catch (OutOfStock tooFew) {
            throw new Unvaluable(step, "out-of-stock", "on " + step.date() + " " + tooFew.getMessage());
        }
        check(step);
        trace.after(step, pool(step));
    }

    private void work(Step step) {
        if (step.basis().isOfNoPeriod()) {
            periods.end(step);
        } else {
            period(step); // an average is taken of what there is before its first step
        }
        shelves.putIfAbsent(new Shelf(step.pool(), step.place()), Quantity.ZERO); // also where nothing is left of what happened
        switch (step.basis()) {
            case STATED -> state(step);
            case CURRENT -> come(step, 0, currentWorth(step));
            case FLOW -> leave(step, flowRelief(step));
            case COMES_BACK -> comeBack(step);
            case GOES_BACK -> goBack(step);
            case GOES_BACK_AT_FLOW -> goBackAtFlow(step);
            case LEAVES_FOR -> leaveFor(step);
            case ARRIVES -> arrive(step);
            case GOES_OVER -> goOver(step);
            case COMES_OVER -> comeOver(step);
            case MADE -> make(step);
            case PUT_BACK -> putBack(step);
            case TAKEN_OUT -> takeOut(step);
            case SHIFT -> shelve(step, step.quantity());
            case COUNTED -> count(step);
            case CORRECTED, RECOUNTED -> throw new IllegalArgumentException("movement " + step.movement() + " is no step of its own");
            case CHARGE -> charge(step);
            case REVALUE -> revalue(step);
            case SET_STANDARD -> worth(step, pool(step).setStandard(step.unitCost()));
            case SET_TERMS -> turn(step);
            case RESTATED -> restate(step);
        }
    }

    // Coming

    private void state(Step step) {
        owed.put(step.movement(), step.stated().plus(charged(step.movement())));
        come(step, 0, step.stated());
    }

    private void come(Step step, int slice, Money amount) {
        if (step.quantity().isZero()) {
            worth(step, zero());
            return;
        }
        Money value = pool(step).flow() == CostFlow.STANDARD
                ? pool(step).standardOf(step.quantity())
                : amount.plus(charged(step.movement()));
        notBelowZero(step, value);
        if (value.isZero() && pool(step).flow() == CostFlow.STANDARD && pool(step).unitCost().signum() == 0) {
            throw new Unvaluable(step, "no-standard-cost", "its standard cost is not set on " + step.date() + ": set it, dated that day or before");
        }
        shelve(step, step.quantity());
        worth(step, value);
        sources.add(step, value);
        PeriodAverage period = period(step);
        if (period == null) {
            receive(step, new CostLayer(step.origin(slice), step.quantity(), value));
        } else {
            period.come(step, value);
        }
    }

    private static void notBelowZero(Step step, Money value) {
        if (value.isNegative()) {
            throw new Unvaluable(step, "below-zero-value", "it would be worth " + value);
        }
    }

    private void receive(Step step, CostLayer layer) {
        pool(step).receive(layer).forEach(trueUp -> trueUp(trueUp, step.date()));
    }

    void trueUp(TrueUp trueUp, LocalDate day) {
        worths.computeIfAbsent(trueUp.movement(), fresh -> new Worth()).add(day, trueUp.amount());
        sources.trueUp(trueUp);
    }

    private Money currentWorth(Step step) {
        PeriodAverage period = period(step);
        return period == null
                ? Money.worth(step.quantity(), pool(step).unitCost(), currency)
                : period.worthOf(step);
    }

    private void comeBack(Step step) {
        if (step.quantity().isZero()) {
            worth(step, zero());
            return;
        }
        Money original = sources.giveBack(step).costOf(step.quantity());
        PeriodAverage period = period(step);
        come(step, 0, period == null ? original : period.worthOf(step, original));
    }

    private void putBack(Step step) {
        Money cost = sources.undo(step).costOf(step.size());
        PeriodAverage period = period(step);
        come(step, Origin.PUT_BACK, period == null ? cost : period.worthOf(step, cost));
    }

    // Leaving

    private void leave(Step step, CostPool.Relief relief) {
        if (!step.quantity().isZero()) {
            CostPool pool = pool(step);
            trace.takes(step, relief, periods.isIn(step.pool()) ? null
                    : new Held(pool.onHand().plus(step.size()), pool.value().plus(relief.cost())));
        }
        shelve(step, step.size().negated());
        worth(step, relief.cost().negated());
        sources.add(step, relief.cost());
    }

    private CostPool.Relief flowRelief(Step step) {
        PeriodAverage period = period(step);
        if (period != null) {
            return period.relieve(step);
        }
        return outOf(step, step.size());
    }

    private CostPool.Relief outOf(Step step, Quantity quantity) {
        return policy(step).mayGoBelowZero()
                ? pool(step).issue(quantity, step.origin(0))
                : pool(step).relieve(quantity);
    }

    /** What is left of its source first, where that is told apart and there is enough. */
    private CostPool.Relief ownRelief(Step step) {
        boolean told = pool(step).leftOf(step.source()).isPositive() && step.size().compareTo(pool(step).onHand()) <= 0;
        return told ? pool(step).relieveFrom(step.source(), step.size()) : flowRelief(step);
    }

    private void goBackAtFlow(Step step) {
        sources.giveBack(step);
        leave(step, ownRelief(step));
    }

    private void goBack(Step step) {
        Money original = sources.giveBack(step).costOf(step.size());
        owed.put(step.movement(), original.negated());
        leave(step, reliefAt(step, original));
    }

    private CostPool.Relief reliefAt(Step step, Money stated) {
        PeriodAverage period = period(step);
        if (period != null) {
            return period.relieveAt(step, stated);
        }
        boolean told = pool(step).leftOf(step.source()).isPositive();
        boolean there = step.size().compareTo(pool(step).onHand()) <= 0;
        if (pool(step).flow() == CostFlow.STANDARD || !there && policy(step).mayGoBelowZero()) {
            return flowRelief(step);
        }
        return told ? pool(step).relieveFrom(step.source(), step.size()) : pool(step).relieveAt(step.size(), stated);
    }

    private void takeOut(Step step) {
        Money cost = sources.undo(step).costOf(step.size());
        PeriodAverage period = period(step);
        if (period != null) {
            if (!period.knows(step) || step.size().compareTo(onHand(step.pool())) > 0) {
                allowOtherWorth(step, cost);
            }
            leave(step, period.takeOut(step, cost));
            return;
        }
        var whole = pool(step).takeOut(step.source(), step.size(), cost);
        if (whole.isEmpty()) {
            allowOtherWorth(step, cost);
        }
        leave(step, whole.orElseGet(() -> ownRelief(step)));
    }

    /** What is undone must be whole, but where it was when that was posted. */
    void allowOtherWorth(Step undoing, Money cost) {
        if (!lenient.contains(undoing.movement())) {
            throw new Unvaluable(undoing, "not-whole", "some were used since, or are no longer worth " + cost);
        }
    }

    // From pool to pool

    private void leaveFor(Step step) {
        PeriodAverage period = period(step);
        if (period == null) {
            depart(step, pool(step).relieve(step.size()));
            return;
        }
        Quantity there = onHand(step.pool());
        if (step.size().compareTo(there) > 0) {
            throw new OutOfStock(step.size(), there);
        }
        depart(step, period.relieve(step));
    }

    private void depart(Step step, CostPool.Relief relief) {
        leave(step, relief);
        List<CostLayer> slices = new ArrayList<>(relief.taken());
        if (pool(step).flow() == CostFlow.LIFO) {
            Collections.reverse(slices);
        }
        underway.leave(step.pair(), slices);
    }

    private void arrive(Step step) {
        List<CostLayer> slices = underway.of(step.pair());
        Money extra = charged(step.movement());
        Money value = slices.stream().map(CostLayer::value).reduce(extra, Money::plus);
        PeriodAverage period = period(step);
        shelve(step, step.quantity());
        worth(step, value);
        sources.add(step, value);
        if (period != null) {
            period.come(step, value);
            return;
        }
        for (int slice = 0; slice < slices.size(); slice++) {
            Money part = slice == slices.size() - 1 ? slices.get(slice).value().plus(extra) : slices.get(slice).value();
            notBelowZero(step, part);
            receive(step, new CostLayer(step.origin(slice), slices.get(slice).left(), part));
        }
    }

    private void goOver(Step step) {
        depart(step, pool(step).relieve(step.size()));
    }

    private void comeOver(Step step) {
        List<CostLayer> slices = underway.of(step.pair());
        Money value = slices.stream().map(CostLayer::value).reduce(zero(), Money::plus);
        shelve(step, step.quantity());
        worth(step, value);
        sources.add(step, value);
        for (int slice = 0; slice < slices.size(); slice++) {
            CostLayer came = slices.get(slice);
            receive(step, new CostLayer(step.origin(came.origin(), slice), came.left(), came.value()));
        }
    }

    private void make(Step step) {
        Money parts = underway.take(step);
        owed.put(step.movement(), parts.plus(step.stated()).plus(charged(step.movement())));
        come(step, 0, parts.plus(step.stated()));
    }

    // Counting, and value without quantity

    private void count(Step step) {
        Shelf shelf = new Shelf(step.pool(), step.place());
        Quantity before = shelves.getOrDefault(shelf, Quantity.ZERO);
        Quantity difference = step.quantity().minus(before);
        counted.put(step.movement(), difference);
        shelves.put(shelf, step.quantity());
        worth(step, step.unitCost() == null ? differenceOf(step, difference) : anew(step, before));
    }

    private Money differenceOf(Step step, Quantity difference) {
        PeriodAverage period = period(step);
        if (difference.isZero()) {
            return zero();
        }
        if (period != null) {
            return period.find(step, difference);
        }
        if (!difference.isPositive()) {
            return outOf(step, difference.negated()).cost().negated();
        }
        Money value = Money.worth(difference, pool(step).unitCost(), currency);
        receive(step, new CostLayer(step.origin(0), difference, value));
        return value;
    }

    /** Each unit found is worth the unit cost of the count: what lay there leaves, what was counted comes. */
    private Money anew(Step step, Quantity before) {
        Money value = Money.worth(step.quantity(), step.unitCost(), currency);
        PeriodAverage period = period(step);
        if (period != null) {
            return period.anew(step, before, value);
        }
        CostPool pool = pool(step);
        Money old = before.isPositive() ? pool.issue(before, step.origin(0)).cost() : zero();
        Quantity coming = before.isPositive() ? step.quantity() : step.quantity().minus(before);
        if (!coming.isPositive()) {
            return old.negated();
        }
        Money incoming = pool.flow() == CostFlow.STANDARD ? pool.standardOf(coming) : Money.worth(coming, step.unitCost(), currency);
        receive(step, new CostLayer(step.origin(0), coming, incoming));
        return incoming.minus(old);
    }

    private void charge(Step step) {
        if (policy(step).lateCost() == LateCost.REPLAY) {
            return;
        }
        owed.put(step.movement(), step.stated());
        if (period(step) != null) {
            worth(step, step.stated());
            return;
        }
        Money share = shareOnHand(step);
        worth(step, share);
        if (share.isZero()) {
            return;
        }
        if (pool(step).flow().tellsApart()) {
            pool(step).revalue(step.source(), share);
        } else {
            pool(step).revalue(share);
        }
    }

    private Money shareOnHand(Step step) {
        CostPool pool = pool(step);
        Source source = sources.all().get(step.source());
        if (pool.flow() == CostFlow.STANDARD || source == null || source.size().isZero()) {
            return zero();
        }
        Quantity there = pool.flow().tellsApart() ? pool.leftOf(step.source()) : pool.onHand();
        Quantity bearing = there.isPositive() ? Quantity.smaller(there, source.size()) : Quantity.ZERO;
        return step.stated().share(bearing.millionths(), source.size().millionths());
    }

    private void revalue(Step step) {
        PeriodAverage period = period(step);
        worth(step, step.stated());
        if (period != null) {
            return;
        }
        try {
            pool(step).revalue(step.stated());
        } catch (ArithmeticException tooMuch) {
            throw new Unvaluable(step, "below-zero-value", tooMuch.getMessage());
        }
    }

    private void restate(Step step) {
        worth(step, step.stated());
        try {
            if (step.unitCost() == null) {
                pool(step).revalue(step.stated());
            } else {
                pool(step).revalueLayer(step.unitCost().intValueExact(), step.stated());
            }
        } catch (ArithmeticException tooMuch) {
            throw new Unvaluable(step, "below-zero-value", tooMuch.getMessage());
        }
    }

    // Keeping account

    private void worth(Step step, Money amount) {
        worths.computeIfAbsent(step.movement(), fresh -> new Worth()).add(step.date(), amount);
    }

    private void shelve(Step step, Quantity signed) {
        shelves.merge(new Shelf(step.pool(), step.place()), signed, Quantity::plus);
    }

    private Quantity onHand(long pool) {
        return shelves.entrySet().stream().filter(shelf -> shelf.getKey().pool() == pool).map(Map.Entry::getValue)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private void check(Step step) {
        Quantity left = shelves.getOrDefault(new Shelf(step.pool(), step.place()), Quantity.ZERO);
        if (left.compareTo(Quantity.ZERO) < 0 && !policy(step).mayGoBelowZero()) {
            throw new Unvaluable(step, "out-of-stock", "on " + step.date() + " there would be " + left);
        }
    }

    private PeriodAverage period(Step step) {
        return periods.of(step);
    }

    private void turn(Step step) {
        periods.end(step);
        pool(step).setFlow(step.turn().to().flow(), step.origin(0));
        periods.hold(step.pool(), step.turn().to());
    }

    private CostPolicy policy(Step step) {
        return policies.apply(step.pool());
    }

    CostPool pool(Step step) {
        return pools.computeIfAbsent(step.pool(), number -> {
            CostPolicy policy = policies.apply(number);
            return new CostPool(periods.terms(number).flow(), currency, policy.initialUnitCost());
        });
    }

    Money zero() {
        return Money.zero(currency);
    }

    // What came out

    public Map<Long, CostPool> pools() {
        return pools;
    }

    public Map<Shelf, Quantity> shelves() {
        return shelves;
    }

    /** Whether the average of a pool is not yet known. */
    public boolean isInPeriod(long pool) {
        return periods.isIn(pool);
    }

    /** By movement; one that moved inside a pool, or that is part of its source's worth, has none. */
    public Map<Long, Worth> worths() {
        return worths;
    }

    /** By movement: what its document fixes for the other side, where it does. Beyond the worth it is a variance. */
    public Map<Long, Money> owed() {
        return owed;
    }

    /** By movement of a count: how much it moved. */
    public Map<Long, Quantity> counted() {
        return counted;
    }

    public Map<Long, Source> sources() {
        return sources.all();
    }

    /** What the movement gave back to, or null. */
    Long returnedTo(long movement) {
        return sources.returnedTo(movement);
    }

    Money charged(long movement) {
        return charges.getOrDefault(movement, zero());
    }
}
