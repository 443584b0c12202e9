package entrepot.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.Walk;
import entrepot.trading.backtest.CutSeries;
import entrepot.trading.market.Bars;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LateTest {

    @Test
    void everyTargetIsThatOfTheBarBefore() {
        for (long seed = 1; seed <= 30; seed++) {
            Bars bars = Walk.coarse(seed, 300);
            for (Reading reading : Reading.values()) {
                for (Side side : Side.values()) {
                    Strategy prompt = Crossover.simple(3, 11).with(reading).with(side);
                    int[] targets = prompt.on(bars).targets();
                    int[] late = new Late(prompt).on(bars).targets();
                    assertThat(late[0]).isZero();
                    assertThat(Arrays.copyOfRange(late, 1, 300)).as("seed " + seed).containsExactly(Arrays.copyOf(targets, 299));
                }
            }
        }
    }

    @Test
    void itDoesNotSeeTheFuture() {
        Bars bars = Walk.gapped(3, 200);
        CutSeries cut = new CutSeries(new Late(Crossover.simple(3, 11)), bars);
        for (int at = 1; at <= 200; at++) {
            assertThat(cut.changedBy(at)).isEmpty();
        }
    }
}
