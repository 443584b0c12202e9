package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.market.Bars;
import org.junit.jupiter.api.Test;

class ScrutinyTest {

    private static final Costs COSTS = new Costs(0.001, FeeBasis.VALUE, 0.5, 2, 0.0005);

    @Test
    void doubledCostsAreTwiceEachAndAShareStaysOne() {
        assertThat(COSTS.doubled()).isEqualTo(new Costs(0.002, FeeBasis.VALUE, 1, 4, 0.001));
        assertThat(Costs.rate(0.7).doubled().feeRate()).isEqualTo(1);
    }

    @Test
    void aPositionEarnsFromTheOpenOfItsFillToTheNext() {
        Bars bars = Walk.of(new double[] {10, 11, 12, 9}, new double[] {10.5, 11.5, 10, 10});
        Scrutiny found = of(bars, 1, 0, 1, 1);
        // Held in bars 1 and 3: 12/11 - 1 and 10/9 - 1, over four bars.
        assertThat(found.permutation().statistic()).isCloseTo((12 / 11.0 - 1 + 10 / 9.0 - 1) / 4, within(1e-15));
        assertThat(found.strategy().count()).isEqualTo(3);
    }

    @Test
    void foreseenTimingIsFoundAndBlindTimingIsNot() {
        Bars bars = Walk.gapped(4, 400);
        int[] seer = new int[400];
        int[] blind = new int[400];
        for (int bar = 0; bar < 398; bar++) {
            seer[bar] = bars.open(bar + 2) > bars.open(bar + 1) ? 1 : 0;
            blind[bar] = bar / 7 % 2;
        }
        assertThat(of(bars, seer).permutation().pValue()).isLessThan(0.001);
        assertThat(of(bars, blind).permutation().pValue()).isGreaterThan(0.01);
        assertThat(of(bars, seer)).isEqualTo(of(bars, seer));
    }

    @Test
    void aPriceOfZeroOrLessHasNoPermutation() {
        assertThat(of(Walk.of(3, 2, -1, 4), 1, 1, 0, 0).permutation().pValue()).isNaN();
    }

    private static Scrutiny of(Bars bars, int... targets) {
        BacktestResult found = new Backtest(bars, new Planned(targets), Terms.allIn(100, Costs.NONE)).run();
        return Scrutiny.of(found, found, found, found);
    }
}
