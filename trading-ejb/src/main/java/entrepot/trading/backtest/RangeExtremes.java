package entrepot.trading.backtest;

/**
 * Highest and lowest number of any stretch of a series, from a few numbers: each bar knows the extremes of its block up to it
 * and from it on, and a block those of all of it.
 */
final class RangeExtremes {

    private static final int BLOCK = 32;

    private final double[] values;
    private final double[] highUpTo;
    private final double[] lowUpTo;
    private final double[] highFrom;
    private final double[] lowFrom;

    RangeExtremes(double[] values) {
        this.values = values;
        highUpTo = values.clone();
        lowUpTo = values.clone();
        highFrom = values.clone();
        lowFrom = values.clone();
        for (int at = 1; at < values.length; at++) {
            if (at % BLOCK != 0) {
                highUpTo[at] = Math.max(highUpTo[at - 1], values[at]);
                lowUpTo[at] = Math.min(lowUpTo[at - 1], values[at]);
            }
        }
        for (int at = values.length - 2; at >= 0; at--) {
            if (at % BLOCK != BLOCK - 1) {
                highFrom[at] = Math.max(highFrom[at + 1], values[at]);
                lowFrom[at] = Math.min(lowFrom[at + 1], values[at]);
            }
        }
    }

    /** From one bar to another, both inclusive. */
    double highest(int from, int to) {
        int next = nextBlock(from);
        double highest = values[from];
        if (next > to) {
            for (int at = from + 1; at <= to; at++) {
                highest = Math.max(highest, values[at]);
            }
            return highest;
        }
        highest = Math.max(highFrom[from], highUpTo[to]);
        for (int block = next; block + BLOCK <= to; block += BLOCK) {
            highest = Math.max(highest, highFrom[block]);
        }
        return highest;
    }

    double lowest(int from, int to) {
        int next = nextBlock(from);
        double lowest = values[from];
        if (next > to) {
            for (int at = from + 1; at <= to; at++) {
                lowest = Math.min(lowest, values[at]);
            }
            return lowest;
        }
        lowest = Math.min(lowFrom[from], lowUpTo[to]);
        for (int block = next; block + BLOCK <= to; block += BLOCK) {
            lowest = Math.min(lowest, lowFrom[block]);
        }
        return lowest;
    }

    private static int nextBlock(int at) {
        return (at / BLOCK + 1) * BLOCK;
    }
}
