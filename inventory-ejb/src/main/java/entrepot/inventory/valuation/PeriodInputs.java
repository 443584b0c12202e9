package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What comes and goes in a period at worths that do not depend on its rate: the rate is taken of it. Known before the first
 * step of the period is worked out, and does not change.
 */
final class PeriodInputs {

    /** @param turn how often a period of the pool was ended before its time */
    record Key(long pool, LocalDate start, int turn) {}

    private final Map<Long, Step> inPeriod = new HashMap<>();
    private final Map<Long, Money> counted = new LinkedHashMap<>();
    private final Map<Long, Quantity> undone = new HashMap<>();
    private final Map<Long, Money> fixed = new HashMap<>();
    private final Map<Long, Money> originals = new HashMap<>();
    private final Map<Long, Source> sources = new HashMap<>();
    private final Map<Long, Long> gaveBackTo = new HashMap<>();
    private final CostRun run;
    private final CostPool pool;
    private final boolean sharesLateCost;
    private final List<Step> steps;

    /** @param first the terms of each pool before its first step */
    static Map<Key, List<Step>> index(List<Step> ordered, LongFunction<CostTerms> first) {
        Map<Key, List<Step>> index = new HashMap<>();
        Map<Long, CostTerms> terms = new HashMap<>();
        Map<Long, Integer> turns = new HashMap<>();
        for (Step step : ordered) {
            AveragePeriod period = terms.computeIfAbsent(step.pool(), first::apply).period();
            if (period != AveragePeriod.EVENT && !step.basis().isOfNoPeriod()) {
                var key = new Key(step.pool(), period.start(step.date()), turns.getOrDefault(step.pool(), 0));
                index.computeIfAbsent(key, fresh -> new ArrayList<>()).add(step);
            }
            if (step.basis() == Basis.SET_TERMS) {
                terms.put(step.pool(), step.turn().to());
            }
            if (step.basis().endsPeriod()) {
                turns.merge(step.pool(), 1, Integer::sum);
            }
        }
        return index;
    }

    /** @param sharesLateCost whether a charge is of its own day, not of its receipt's. @param pool as the period begins */
    PeriodInputs(CostRun run, CostPool pool, boolean sharesLateCost, List<Step> steps) {
        this.run = run;
        this.pool = pool;
        this.sharesLateCost = sharesLateCost;
        this.steps = steps;
        count();
        if (!pool.onHand().plus(quantity()).isPositive()) {
            countAtRate();
        }
    }

    Quantity quantity() {
        return counted.keySet().stream().map(movement -> inPeriod.get(movement).quantity()).reduce(Quantity.ZERO, Quantity::plus);
    }

    Money value() {
        return counted.values().stream().reduce(run.zero(), Money::plus);
    }

    /** What is known before the rate is. What goes back at more than all there is worth goes at the rate instead. */
    private void count() {
        for (Step step : steps) {
            inPeriod.put(step.movement(), step);
            Money amount = amount(step);
            if (amount != null) {
                counted.put(step.movement(), amount);
            }
        }
        if (pool.value().plus(value()).isNegative()) {
            counted.keySet().removeIf(movement -> goesBack(inPeriod.get(movement)));
        }
    }

    private boolean goesBack(Step step) {
        return switch (step.basis()) {
            case GOES_BACK -> true;
            case TAKEN_OUT -> !covers(step.source());
            case PUT_BACK -> covers(step.source()) && inPeriod.get(step.source()).basis() == Basis.GOES_BACK;
            default -> false;
        };
    }

    /** Nothing is there to take a rate of. */
    private void countAtRate() {
        BigDecimal unit = quantity().isPositive() ? value().perUnit(quantity()) : pool.unitCost();
        for (Step step : steps) {
            if (atRate(step)) {
                Money amount = Money.worth(step.quantity(), unit, run.zero().currency());
                fixed.put(step.movement(), amount);
                counted.put(step.movement(), amount.plus(run.charged(step.movement())));
            } else if (step.basis().undoes() && fixed.containsKey(step.source())) {
                counted.put(step.movement(), oppositeOf(step));
            }
        }
    }

    private boolean atRate(Step step) {
        return step.basis() == Basis.CURRENT || step.basis() == Basis.COMES_BACK && covers(step.source());
    }

    /** What a step of this period brings, where that does not depend on the rate; null where it does. */
    private Money amount(Step step) {
        return switch (step.basis()) {
            case STATED -> stated(step);
            case REVALUE -> step.stated();
            case CHARGE -> sharesLateCost ? step.stated() : null;
            case COMES_BACK -> {
                Money original = original(step);
                yield original == null ? null : original.plus(run.charged(step.movement()));
            }
            case GOES_BACK -> {
                Money original = original(step);
                yield original == null ? null : original.negated();
            }
            case GOES_BACK_AT_FLOW -> {
                original(step);
                yield null;
            }
            case TAKEN_OUT, PUT_BACK -> undoing(step);
            default -> null;
        };
    }

    private Money stated(Step step) {
        if (step.quantity().isZero()) {
            return run.zero();
        }
        Money worth = step.stated().plus(run.charged(step.movement()));
        sources.put(step.movement(), new Source(step.movement(), step.size(), worth, Quantity.ZERO));
        return worth;
    }

    /** What its source says that it is worth, with all that was given back before it; null where that depends on the rate. */
    private Money original(Step step) {
        gaveBackTo.put(step.movement(), step.source());
        Source source = sources.containsKey(step.source()) || covers(step.source())
                ? sources.get(step.source()) : run.sources().get(step.source());
        if (source == null) {
            return null;
        }
        sources.put(step.source(), Sources.with(source, step));
        originals.put(step.movement(), source.costOf(step.size()));
        return originals.get(step.movement());
    }

    /** All that the undone is worth, the other way; null where that depends on the rate. */
    private Money undoing(Step step) {
        reopen(step);
        if (covers(step.source())) {
            undone.merge(step.source(), step.size(), Quantity::plus);
            return counted.containsKey(step.source()) ? oppositeOf(step) : null;
        }
        Source source = run.sources().get(step.source());
        if (source == null) {
            return null;
        }
        Money cost = source.cost().share(step.size().millionths(), source.size().millionths());
        originals.put(step.movement(), cost);
        return step.basis() == Basis.PUT_BACK ? cost.plus(run.charged(step.movement())) : cost.negated();
    }

    private Money oppositeOf(Step step) {
        Step source = inPeriod.get(step.source());
        return counted.get(step.source()).share(step.size().millionths(), source.size().millionths()).negated().plus(run.charged(step.movement()));
    }

    /** What undoes a giving back opens what that gave back to. */
    private void reopen(Step step) {
        Long open = gaveBackTo.getOrDefault(step.source(), run.returnedTo(step.source()));
        Source source = open == null ? null : sources.getOrDefault(open, covers(open) ? null : run.sources().get(open));
        if (source != null) {
            sources.put(open, source.with(step.size().negated()));
        }
    }

    boolean isUndone(Step step) {
        return step.size().equals(undone.get(step.movement())) || step.basis().undoes() && covers(step.source());
    }

    boolean covers(long movement) {
        return inPeriod.containsKey(movement);
    }

    /** Of the period. */
    Step step(long movement) {
        return inPeriod.get(movement);
    }

    /** Whether what it brings or takes is part of the rate. */
    boolean counts(Step step) {
        return counted.containsKey(step.movement());
    }

    /** That is not undone. */
    Step firstToCome() {
        return steps.stream().filter(step -> counts(step) && step.quantity().isPositive() && !isUndone(step)).findFirst().orElseThrow();
    }

    /** What comes at a rate though there is nothing to take it of. */
    Optional<Money> fixedOf(Step step) {
        return Optional.ofNullable(fixed.get(step.movement()));
    }

    /** What goes back or is undone was worth. */
    Optional<Money> originalOf(Step step) {
        return Optional.ofNullable(originals.get(step.movement()));
    }
}
