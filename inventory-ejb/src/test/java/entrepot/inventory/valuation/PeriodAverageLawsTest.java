package entrepot.inventory.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over a period too a pool is worth just what its movements are, whatever comes back, goes back or is undone within it. */
class PeriodAverageLawsTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int HISTORIES = Integer.getInteger("laws.steps", 40_000) / 100;
    private static final long SEED = Long.getLong("laws.seed", 20261126);

    private final List<Step> steps = new ArrayList<>();
    private final Map<Long, Quantity> open = new HashMap<>();

    @ParameterizedTest
    @EnumSource(value = AveragePeriod.class, names = {"DAY", "MONTH"})
    void aPoolIsWorthItsMovements(AveragePeriod period) {
        int valued = 0;
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(SEED + history);
            play(random);
            var policy = new CostPolicy(CostFlow.AVERAGE, period, LateCost.REPLAY, random.nextBoolean(), BigDecimal.ZERO);
            CostRun run = new CostRun(GBP, pool -> policy);
            try {
                run.run(steps);
            } catch (Unvaluable impossible) {
                continue;
            }
            valued++;
            Money worth = run.worths().values().stream().map(Worth::total).reduce(Money.zero(GBP), Money::plus);
            assertThat(run.pools().get(1L).value()).as("seed " + (SEED + history) + " " + steps).isEqualTo(worth);
        }
        assertThat(valued).as("histories that can be").isGreaterThan(HISTORIES / 3);
    }

    private void play(Random random) {
        steps.clear();
        open.clear();
        come(0, 20 + random.nextInt(20), random);
        for (int number = 1; number < 40; number++) {
            int day = number * 90 / 40;
            switch (random.nextInt(5)) {
                case 0 -> come(day, 1 + random.nextInt(9), random);
                case 1 -> step(day, Basis.FLOW, -1 - random.nextInt(4), null, null);
                case 2 -> giveBack(day, Basis.FLOW, Basis.COMES_BACK, 1, random);
                case 3 -> giveBack(day, Basis.STATED, Basis.GOES_BACK, -1, random);
                default -> undo(day, random);
            }
        }
    }

    private void come(int day, int units, Random random) {
        step(day, Basis.STATED, units, new Money(random.nextInt(3_000), GBP), null);
    }

    private void giveBack(int day, Basis of, Basis as, int sign, Random random) {
        Step source = any(of, random);
        if (source != null && open.get(source.movement()).isPositive()) {
            open.merge(source.movement(), Quantity.units(-1), Quantity::plus);
            step(day, as, sign, null, source.movement());
        }
    }

    private void undo(int day, Random random) {
        Step source = any(random.nextBoolean() ? Basis.COMES_BACK : Basis.GOES_BACK, random);
        if (source != null && open.get(source.movement()).isPositive()) {
            open.put(source.movement(), Quantity.ZERO);
            open.merge(source.source(), Quantity.units(1), Quantity::plus);
            step(day, source.quantity().isPositive() ? Basis.TAKEN_OUT : Basis.PUT_BACK, source.quantity().isPositive() ? -1 : 1, null,
                    source.movement());
        }
    }

    private Step any(Basis basis, Random random) {
        List<Step> some = steps.stream().filter(step -> step.basis() == basis).toList();
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    private void step(int day, Basis basis, int units, Money stated, Long source) {
        long number = steps.size() + 1;
        open.put(number, Quantity.units(Math.abs(units)));
        steps.add(new Step(number, 1, 1, FIRST.plusDays(day), number, basis, Quantity.units(units), stated, null, source, 0, null));
    }
}
