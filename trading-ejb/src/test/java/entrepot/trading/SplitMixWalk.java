package entrepot.trading;

import entrepot.trading.market.Bars;

/** The walk of case {@code sma40-100-random-walk-1e6}: normal steps of splitmix64; an open is the close before. */
public final class SplitMixWalk {

    private long state = 42;

    private SplitMixWalk() {}

    public static Bars bars(int size) {
        SplitMixWalk walk = new SplitMixWalk();
        double[] open = new double[size];
        double[] close = new double[size];
        double log = Math.log(100);
        for (int bar = 0; bar < size; bar++) {
            open[bar] = bar == 0 ? 100 : close[bar - 1];
            double first = walk.uniform();
            double second = walk.uniform();
            log += 0.0005 * Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
            close[bar] = Math.exp(log);
        }
        return Walk.of(open, close);
    }

    private double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return ((mixed >>> 11) + 0.5) / 0x1p53;
    }
}
