package entrepot.trading.pair;

import entrepot.trading.market.Bars;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Made-up pairs. */
public final class Pairs {

    private static final long DAY = 86_400_000;

    private Pairs() {}

    /** One goes with the other, times a ratio, but for a spread that comes back; from {@code breaks} on it walks away instead. */
    public static PairBars together(long seed, int size, int breaks) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] one = new double[2][size];
        double[][] other = new double[2][size];
        double ratio = random.nextDouble(0.5, 2);
        double level = 100;
        double spread = 0;
        for (int bar = 0; bar < size; bar++) {
            level = Math.max(20, level + random.nextGaussian());
            spread = (bar < breaks ? 0.8 : 1) * spread + random.nextGaussian();
            double close = cents(level);
            other[0][bar] = cents(close + 0.2 * random.nextGaussian());
            other[1][bar] = close;
            one[1][bar] = cents(ratio * level + 30 + spread);
            one[0][bar] = cents(one[1][bar] + 0.2 * random.nextGaussian());
        }
        return new PairBars(bars(one), bars(other));
    }

    private static double cents(double price) {
        return Math.rint(100 * price) / 100;
    }

    private static Bars bars(double[][] prices) {
        int size = prices[0].length;
        double[] high = new double[size];
        double[] low = new double[size];
        for (int bar = 0; bar < size; bar++) {
            high[bar] = Math.max(prices[0][bar], prices[1][bar]);
            low[bar] = Math.min(prices[0][bar], prices[1][bar]);
        }
        return Bars.of(LongStream.range(0, size).map(day -> day * DAY).toArray(), prices[0], high, low, prices[1], new double[size]);
    }

    /** With short windows, so that a few hundred bars see many decisions. */
    public static PairRule rule(PairRule.Method method, SplittableRandom random) {
        double enter = random.nextDouble(0.8, 1.6);
        return PairRule.of(Map.of("method", method.name(), "window", (double) random.nextInt(20, 50), "refit", (double) random.nextInt(1, 30),
                "enter", enter, "exit", random.nextDouble(-0.3, 0.5), "stop", enter + random.nextDouble(0.1, 1.5),
                "bound", random.nextDouble(0.1, 1), "noise", 1.0));
    }
}
