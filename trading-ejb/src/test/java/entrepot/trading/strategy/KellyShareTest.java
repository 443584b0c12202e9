package entrepot.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.CutSeries;
import entrepot.trading.backtest.Terms;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KellyShareTest {

    private static final int BARS = 900;
    /** Of a walk by minutes μ/σ² is in the hundreds, so that a share between 0 and 1 takes a small fraction. */
    private static final double SMALL = 0.002;

    @Test
    void aPositionIsOpenedWithTheShareThatASlowReferenceFindsAndKeepsIt() {
        int opened = 0;
        int cutAtOne = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Strategy inner = Drawn.of(List.of(BuiltIn.BUY_AND_HOLD, BuiltIn.CHANNEL, BuiltIn.MOMENTUM, BuiltIn.CROSSOVER).get((int) (seed % 4)), random);
            Bars bars = seed % 3 == 0 ? Walk.coarse(seed, BARS) : Walk.gapped(seed, BARS);
            double fraction = seed % 2 == 0 ? 1 : SMALL;
            Decisions sized = new KellyShare(inner, fraction).on(bars);
            double[] slow = slow(inner.on(bars).targets(), bars, fraction);
            int[] targets = sized.targets();
            int held = 0;
            for (int bar = 0; bar < targets.length; bar++) {
                String where = inner.words() + ", seed " + seed + ", bar " + bar;
                assertThat(targets[bar]).as(where).isEqualTo(slow[bar] > 0 ? inner.on(bars).targets()[bar] : 0);
                if (targets[bar] != held && targets[bar] != 0) {
                    assertThat(sized.share(bar)).as(where).isCloseTo(slow[bar], within(1e-9));
                    opened++;
                    cutAtOne += slow[bar] == 1 ? 1 : 0;
                }
                held = targets[bar];
            }
        }
        assertThat(opened).isGreaterThan(300);
        assertThat(cutAtOne).isBetween(50, opened - 50);
    }

    /** All returns again from the first bar at each bar where the strategy changes its mind, by sums of squares about their mean. */
    private static double[] slow(int[] wanted, Bars bars, double fraction) {
        double[] shares = new double[wanted.length];
        for (int bar = 1; bar < wanted.length; bar++) {
            double[] now = returns(wanted, bars, bar);
            boolean first = now.length == 250 && returns(wanted, bars, bar - 1).length == 249;
            shares[bar] = wanted[bar] != wanted[bar - 1] || first ? share(now, fraction) : shares[bar - 1];
        }
        return shares;
    }

    private static double[] returns(int[] wanted, Bars bars, int decision) {
        List<Double> returns = new ArrayList<>();
        for (int bar = 1; bar + 1 <= decision; bar++) {
            if (wanted[bar - 1] != 0) {
                returns.add(wanted[bar - 1] * (bars.open(bar + 1) - bars.open(bar)) / bars.open(bar));
            }
        }
        return returns.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double share(double[] returns, double fraction) {
        if (returns.length < 250) {
            return 0;
        }
        double mean = Arrays.stream(returns).sum() / returns.length;
        double variance = Arrays.stream(returns).map(one -> (one - mean) * (one - mean)).sum() / (returns.length - 1);
        return variance == 0 ? 0 : Math.min(1, Math.max(0, fraction * mean / variance));
    }

    @Test
    void itSeesNoFuture() {
        SplittableRandom random = new SplittableRandom(7);
        for (BuiltIn builtIn : List.of(BuiltIn.BUY_AND_HOLD, BuiltIn.CROSSOVER, BuiltIn.CHANNEL, BuiltIn.MOMENTUM)) {
            Strategy strategy = new KellyShare(Drawn.of(builtIn, random), SMALL);
            Bars bars = Walk.gapped(3, BARS);
            CutSeries check = new CutSeries(strategy, bars);
            assertThat(IntStream.rangeClosed(1, BARS)).as(strategy.words()).allSatisfy(cut -> assertThat(check.changedBy(cut)).isEmpty());
        }
    }

    @Test
    void theFirstPositionIsOpenedOnceThereAre250Returns() {
        double[] prices = new double[400];
        SplittableRandom random = new SplittableRandom(5);
        prices[0] = 100;
        for (int bar = 1; bar < prices.length; bar++) {
            prices[bar] = prices[bar - 1] * (1 + 0.003 + 0.1 * random.nextGaussian());
        }
        Bars bars = Walk.of(prices);
        double full = share(returns(all(prices.length), bars, 251), 1);
        assertThat(full).isBetween(0.1, 0.99);
        BacktestResult found = new Backtest(bars, new KellyShare(new BuyAndHold(), 0.5), Terms.allIn(10_000, Costs.NONE)).run();
        assertThat(found.fills()).hasSize(1);
        assertThat(found.fills().get(0).bar()).as("250 returns are known at the close of 251").isEqualTo(252);
        assertThat(found.fills().get(0).units() * prices[252]).isCloseTo(0.5 * full * 10_000, within(1e-6));
        assertThat(found.strategy()).endsWith(" kelly=0.5");
    }

    private static int[] all(int size) {
        int[] wanted = new int[size];
        Arrays.fill(wanted, 1);
        return wanted;
    }

    @Test
    void aLosingStrategyHoldsNothingAndNeitherDoesOneWhosePricesStandStill() {
        double[] falling = IntStream.range(0, 600).mapToDouble(bar -> 1000 - bar + 3 * (bar % 2)).toArray();
        assertThat(new KellyShare(new BuyAndHold(), 1).on(Walk.of(falling)).targets()).containsOnly(0);
        double[] still = IntStream.range(0, 600).mapToDouble(bar -> 50).toArray();
        assertThat(new KellyShare(new BuyAndHold(), 1).on(Walk.of(still)).targets()).containsOnly(0);
    }

    @Test
    void aPriceBelowZeroHasNoReturn() {
        double[] prices = new SplittableRandom(1).doubles(400, 90, 110).toArray();
        Bars plain = Walk.of(prices.clone());
        prices[40] = -37.63;
        int[] with = new KellyShare(new BuyAndHold(), 1).on(Walk.of(prices)).targets();
        int[] without = new KellyShare(new BuyAndHold(), 1).on(plain).targets();
        assertThat(first(without)).isEqualTo(251);
        assertThat(first(with)).as("two returns fewer").isEqualTo(253);
    }

    private static int first(int[] targets) {
        return IntStream.range(0, targets.length).filter(bar -> targets[bar] != 0).findFirst().orElse(-1);
    }

    /** What the guide says of the error: about 1 / (σ √n). Seed 11. */
    @Test
    void theShareOf250ReturnsIsKnownToAboutOneOverSigmaTimesTheRootOf250() {
        SplittableRandom random = new SplittableRandom(11);
        double sigma = 0.01;
        double[] found = new double[4_000];
        for (int draw = 0; draw < found.length; draw++) {
            double[] returns = IntStream.range(0, 250).mapToDouble(at -> 0.0002 + sigma * random.nextGaussian()).toArray();
            double mean = Arrays.stream(returns).average().orElseThrow();
            found[draw] = mean / (Arrays.stream(returns).map(one -> (one - mean) * (one - mean)).sum() / 249);
        }
        double mean = Arrays.stream(found).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(found).map(one -> (one - mean) * (one - mean)).average().orElseThrow());
        assertThat(mean).as("true 2").isCloseTo(2, within(0.3));
        assertThat(deviation).isCloseTo(1 / (sigma * Math.sqrt(250)), within(0.3));
    }

    @Test
    void theFractionIsAboveZeroToOne() {
        assertThatThrownBy(() -> new KellyShare(new BuyAndHold(), 0)).hasMessage("kelly must be above 0 and at most 1, is 0.0");
        assertThatThrownBy(() -> new KellyShare(new BuyAndHold(), 1.5)).hasMessage("kelly must be above 0 and at most 1, is 1.5");
    }
}
