package entrepot.inventory.valuation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The terms of each pool as a run comes to them, and the period that each is in where its average is of a day or a month. */
final class Periods {

    private final CostRun run;
    private final LongFunction<CostPolicy> policies;
    private final Map<Long, PeriodAverage> begun = new TreeMap<>();
    private final Map<Long, CostTerms> terms = new HashMap<>();
    private final Map<Long, Integer> turns = new HashMap<>();
    private Map<PeriodInputs.Key, List<Step>> steps = Map.of();

    /** @param policies by pool */
    Periods(CostRun run, LongFunction<CostPolicy> policies) {
        this.run = run;
        this.policies = policies;
    }

    /** From here on the pool is costed by these, whatever its policy says now. */
    void hold(long pool, CostTerms now) {
        terms.put(pool, now);
    }

    CostTerms terms(long pool) {
        return terms.getOrDefault(pool, policies.apply(pool).terms());
    }

    /** All steps that will come. */
    void expect(List<Step> ordered) {
        steps = PeriodInputs.index(ordered, this::terms);
    }

    /** The period of the step, begun with it where it is the first of it; null where its pool has none. */
    PeriodAverage of(Step step) {
        AveragePeriod length = terms(step.pool()).period();
        if (length == AveragePeriod.EVENT || run.pool(step).flow() != CostFlow.AVERAGE) {
            return null;
        }
        return begun.computeIfAbsent(step.pool(), number -> {
            var key = new PeriodInputs.Key(number, length.start(step.date()), turns.getOrDefault(number, 0));
            return new PeriodAverage(run, run.pool(step), key.start(), policies.apply(number).lateCost() == LateCost.ON_HAND_SHARE, steps.get(key));
        });
    }

    /** Whether the average of a pool is not yet known. */
    boolean isIn(long pool) {
        return begun.containsKey(pool);
    }

    /** The step is of no period: what is left of one that was begun is one by itself. */
    void end(Step step) {
        PeriodAverage ended = begun.remove(step.pool());
        if (ended != null) {
            ended.settle();
        }
        turns.merge(step.pool(), 1, Integer::sum);
    }

    /** The periods that do not reach until {@code next} are over; all of them where nothing comes. */
    void settle(LocalDate next) {
        begun.entrySet().removeIf(held -> {
            boolean over = next == null || !terms(held.getKey()).period().start(next).equals(held.getValue().start());
            if (over) {
                held.getValue().settle();
            }
            return over;
        });
    }
}
