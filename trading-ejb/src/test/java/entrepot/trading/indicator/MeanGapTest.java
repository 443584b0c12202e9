package entrepot.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Bars that are passed over are held against looking at each. */
class MeanGapTest {

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void whatIsPassedOverIsNoMeeting() {
        Random random = new Random(seed);
        for (int time = 0; time < 2_000; time++) {
            double[] prices = prices(random);
            int fast = 1 + random.nextInt(60);
            int slow = fast + 1 + random.nextInt(random.nextInt(10) == 0 ? 3_000 : 120);
            MeanGap gap = WindowSums.of(prices).gap(fast, slow);
            int from = random.nextInt(prices.length + 1);
            String which = "seed " + seed + ", time " + time + ": " + fast + " against " + slow + " from " + from + " of " + prices.length;
            for (int sign : new int[] {1, -1}) {
                assertThat(gap.first(from, sign)).as("%s, first %d", which, sign).isEqualTo(first(gap, from, bar -> gap.sign(bar) == sign));
                assertThat(gap.firstOther(from, sign)).as("%s, other than %d", which, sign).isEqualTo(first(gap, from, bar -> gap.sign(bar) != sign));
            }
        }
    }

    @Test
    void meansThatOnlyTouchAreNotApart() {
        double[] prices = {1, 1, 1, 1, 2, 1, 1, 1, 1, 1};
        MeanGap gap = WindowSums.of(prices).gap(2, 3);
        assertThat(gap.firstOther(4, 1)).isEqualTo(6);
        assertThat(gap.first(4, -1)).isEqualTo(6);
        assertThat(gap.firstOther(6, -1)).isEqualTo(7);
        assertThat(gap.first(7, 1)).isEqualTo(10);
    }

    private static int first(MeanGap gap, int from, IntPredicate is) {
        int bar = from;
        while (bar < gap.length() && !is.test(bar)) {
            bar++;
        }
        return bar;
    }

    /** Walks with calm and wild stretches, standing still, jumping, below zero, in cents or with all decimals. */
    private static double[] prices(Random random) {
        double[] prices = new double[1 + random.nextInt(2_000)];
        boolean cents = random.nextBoolean();
        double price = random.nextInt(8) == 0 ? 0 : 100;
        double step = 1;
        for (int bar = 0; bar < prices.length; bar++) {
            if (random.nextInt(100) == 0) {
                step = random.nextInt(4) == 0 ? 0 : Math.pow(10, random.nextInt(4) - 3);
            }
            price += random.nextInt(300) == 0 ? 20 * random.nextGaussian() : step * random.nextGaussian();
            prices[bar] = cents ? Math.rint(price * 100) / 100 : price;
        }
        return prices;
    }
}
