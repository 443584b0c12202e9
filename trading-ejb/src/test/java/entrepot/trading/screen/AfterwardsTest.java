package entrepot.trading.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.market.Bars;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whether the standard errors are what returns do that overlap and move together. */
class AfterwardsTest {

    private static final long SEED = 20_261_128;
    private static final int BARS = 400;

    private static Bars walk(SplittableRandom random, double[] together) {
        double[] close = new double[BARS];
        double price = 100;
        for (int bar = 0; bar < BARS; bar++) {
            price *= Math.exp(0.01 * (together[bar] + random.nextGaussian()) / Math.sqrt(2));
            close[bar] = price;
        }
        return Bars.ofPrices(LongStream.range(0, BARS).map(bar -> bar * 86_400_000).toArray(), close);
    }

    /** Twenty instruments, half of whose movement is common, and a condition that knows nothing. */
    private static Forward tried(SplittableRandom random, int which) {
        double[] together = random.doubles(BARS).map(one -> 0).toArray();
        for (int bar = 0; bar < BARS; bar++) {
            together[bar] = random.nextGaussian();
        }
        Afterwards afterwards = new Afterwards();
        for (int instrument = 0; instrument < 20; instrument++) {
            double[] condition = random.doubles(BARS).map(one -> one < 0.2 ? 1 : 0).toArray();
            afterwards.add(walk(random, together), condition, 0);
        }
        return afterwards.found().get(which);
    }

    @Test
    void ofNoiseTheTruthLiesWithinTwoErrorsMostly() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int which = 0; which < Afterwards.AHEAD.length; which++) {
            int within = 0;
            int apart = 0;
            int rounds = 300;
            double truth = Math.exp(0.00005 * Afterwards.AHEAD[which]) - 1;
            for (int round = 0; round < rounds; round++) {
                Forward found = tried(random, which);
                within += Math.abs(found.condition().mean() - truth) < 2 * found.condition().error() ? 1 : 0;
                apart += Math.abs(found.difference()) < 2 * found.error() ? 1 : 0;
            }
            assertThat(within / (double) rounds).as("seed " + SEED + ", " + Afterwards.AHEAD[which] + " bars ahead").isBetween(0.85, 0.99);
            assertThat(apart / (double) rounds).as("difference, seed " + SEED + ", " + Afterwards.AHEAD[which] + " bars ahead").isBetween(0.85, 0.995);
        }
    }

    @Test
    void oneBarOfOneInstrumentIsTheErrorOfTheBooks() {
        Bars bars = Bars.ofPrices(new long[] {0, 86_400_000L, 2 * 86_400_000L, 3 * 86_400_000L, 4 * 86_400_000L}, new double[] {100, 110, 99, 108.9, 98.01});
        Afterwards afterwards = new Afterwards();
        afterwards.add(bars, new double[] {1, 0, 1, Double.NaN, 1}, 0);
        Forward one = afterwards.found().get(0);
        assertThat(one.condition().count()).isEqualTo(2);
        assertThat(one.condition().mean()).isCloseTo(0.1, within(1e-12));
        assertThat(one.all().count()).isEqualTo(3);
        assertThat(one.all().mean()).isCloseTo(0.1 / 3, within(1e-12));
        // u = 1/15, -2/15, 1/15; lag 0: 6/225, lag 1: 2 · 1/2 · -4/225; over 9
        assertThat(one.all().error()).isCloseTo(Math.sqrt((6 - 4) / 225.0) / 3, within(1e-12));
        assertThat(afterwards.found().get(1).condition().count()).isZero();
        assertThat(afterwards.found().get(1).condition().mean()).isNaN();
        assertThat(afterwards.found().get(1).condition().error()).isNaN();
    }
}
