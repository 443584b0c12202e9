package entrepot.trading;

import entrepot.trading.market.Bars;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Made-up bars. */
public final class Walk {

    private static final long MINUTE = 60_000;
    private static final long BEGIN = 1_136_073_600_000L;

    private Walk() {}

    /** A random walk from 100 by minutes, with opens that are not the close before. */
    public static Bars gapped(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] open = new double[size];
        double[] close = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double log = Math.log(100);
        for (int bar = 0; bar < size; bar++) {
            open[bar] = Math.exp(log + 0.0002 * random.nextGaussian());
            log += 0.0005 * random.nextGaussian();
            close[bar] = Math.exp(log);
            high[bar] = Math.max(open[bar], close[bar]);
            low[bar] = Math.min(open[bar], close[bar]);
        }
        return Bars.of(minutes(size), open, high, low, close, new double[size]);
    }

    /** Few different prices, in pence, so that means are often equal. */
    public static Bars coarse(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] price = new double[size];
        long pence = 1000;
        for (int bar = 0; bar < size; bar++) {
            pence += random.nextInt(-1, 2) * 10;
            pence = Math.max(pence, 10);
            price[bar] = pence / 100.0;
        }
        return Bars.ofPrices(minutes(size), price);
    }

    public static Bars of(double... prices) {
        return Bars.ofPrices(minutes(prices.length), prices);
    }

    /** Bars of which the open and the close are told. */
    public static Bars of(double[] open, double[] close) {
        double[] high = new double[open.length];
        double[] low = new double[open.length];
        for (int bar = 0; bar < open.length; bar++) {
            high[bar] = Math.max(open[bar], close[bar]);
            low[bar] = Math.min(open[bar], close[bar]);
        }
        return Bars.of(minutes(open.length), open, high, low, close, new double[open.length]);
    }

    private static long[] minutes(int size) {
        return LongStream.range(0, size).map(bar -> BEGIN + bar * MINUTE).toArray();
    }
}
