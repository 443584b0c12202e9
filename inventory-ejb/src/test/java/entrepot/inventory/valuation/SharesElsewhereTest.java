package entrepot.inventory.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a thing comes apart into is worth the same, whether all of its parts are worked out or one alone. */
class SharesElsewhereTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final long PAIR = 7;
    private static final BigDecimal HALF = new BigDecimal("0.500000");

    private static final Step FIRST = made(11, HALF);
    private static final Step SECOND = made(12, HALF);
    private static final Step LAST = made(13, null);

    @Test
    void allOfThem() {
        assertThat(worths(List.of(FIRST, SECOND, LAST), new TreeMap<>())).containsExactly(503, 252, 251);
    }

    @Test
    void theOneBetweenTheOthers() {
        assertThat(worths(List.of(SECOND), others(FIRST))).containsExactly(252);
    }

    @Test
    void theLastTakesWhatTheOthersLeave() {
        assertThat(worths(List.of(LAST), others(FIRST, SECOND))).containsExactly(251);
    }

    @Test
    void oneInTheMiddleIsElsewhere() {
        assertThat(worths(List.of(FIRST, LAST), others(SECOND))).containsExactly(503, 251);
    }

    private static TreeMap<Long, BigDecimal> others(Step... steps) {
        TreeMap<Long, BigDecimal> others = new TreeMap<>();
        for (Step step : steps) {
            others.put(step.movement(), step.unitCost());
        }
        return others;
    }

    private static List<Integer> worths(List<Step> steps, TreeMap<Long, BigDecimal> others) {
        CostRun run = new CostRun(GBP, pool -> CostPolicy.of(CostFlow.FIFO));
        run.give(PAIR, new Money(1006, GBP));
        run.others(PAIR, others);
        run.run(steps);
        return steps.stream().map(step -> run.worths().get(step.movement()).days().get(DAY)).map(money -> (int) money.minor()).toList();
    }

    private static Step made(long movement, BigDecimal share) {
        return new Step(movement, movement, 1, DAY, 1, Basis.MADE, Quantity.units(1), Money.zero(GBP), share, null, PAIR, null);
    }
}
