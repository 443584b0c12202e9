package entrepot.trading.market;

import java.util.Arrays;
import java.util.List;

/**
 * The prices of one instrument in the order of time. Arrays of primitives behind an immutable view; a slice shares them.
 */
public final class Bars {
    private final long[] times;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final int first;
    private final int size;

    private Bars(long[] times, double[] open, double[] high, double[] low, double[] close, double[] volume, int first, int size) {
        this.times = times;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.first = first;
        this.size = size;
    }

    /**
     * @param times milliseconds of the epoch, UTC, strictly increasing: when each bar ended, or 00:00 of the trading day
     * @throws IllegalArgumentException where the arrays differ in length or the times do not increase
     */
    public static Bars of(long[] times, double[] open, double[] high, double[] low, double[] close, double[] volume) {
        for (double[] column : List.of(open, high, low, close, volume)) {
            sameLength(times.length, column.length);
        }
        increasing(times);
        return new Bars(times.clone(), open.clone(), high.clone(), low.clone(), close.clone(), volume.clone(), 0, times.length);
    }

    /** A series of which only one price a moment is known: open, high, low and close are that price, volume is zero. */
    public static Bars ofPrices(long[] times, double[] price) {
        return of(times, price, price, price, price, new double[price.length]);
    }

    public static Bars of(List<Bar> bars) {
        return of(bars.stream().mapToLong(Bar::time).toArray(), bars.stream().mapToDouble(Bar::open).toArray(),
                bars.stream().mapToDouble(Bar::high).toArray(), bars.stream().mapToDouble(Bar::low).toArray(),
                bars.stream().mapToDouble(Bar::close).toArray(), bars.stream().mapToDouble(Bar::volume).toArray());
    }

    public int size() {
        return size;
    }

    public long time(int at) {
        return times[index(at)];
    }

    public double open(int at) {
        return open[index(at)];
    }

    public double high(int at) {
        return high[index(at)];
    }

    public double low(int at) {
        return low[index(at)];
    }

    public double close(int at) {
        return close[index(at)];
    }

    public double volume(int at) {
        return volume[index(at)];
    }

    public Bar bar(int at) {
        return new Bar(time(at), open(at), high(at), low(at), close(at), volume(at));
    }

    /** A copy, as are the columns below. */
    public long[] times() {
        return Arrays.copyOfRange(times, first, first + size);
    }

    public double[] opens() {
        return column(open);
    }

    public double[] highs() {
        return column(high);
    }

    public double[] lows() {
        return column(low);
    }

    public double[] closes() {
        return column(close);
    }

    public double[] volumes() {
        return column(volume);
    }

    /** Bars {@code from} (inclusive) to {@code to} (exclusive), counted from zero. */
    public Bars slice(int from, int to) {
        if (from < 0 || to > size || from > to) {
            throw new IndexOutOfBoundsException("bars " + from + " to " + to + " of " + size);
        }
        return new Bars(times, open, high, low, close, volume, first + from, to - from);
    }

    /** What was known at this moment: the bars that had ended by then. */
    public Bars until(long time) {
        int found = Arrays.binarySearch(times, first, first + size, time);
        return slice(0, (found >= 0 ? found + 1 : -found - 1) - first);
    }

    /** Those that ended at this moment or later. */
    public Bars since(long time) {
        int found = Arrays.binarySearch(times, first, first + size, time);
        return slice((found >= 0 ? found : -found - 1) - first, size);
    }

    private int index(int at) {
        if (at < 0 || at >= size) {
            throw new IndexOutOfBoundsException("bar " + at + " of " + size);
        }
        return first + at;
    }

    private double[] column(double[] of) {
        return Arrays.copyOfRange(of, first, first + size);
    }

    private static void sameLength(int times, int column) {
        if (times != column) {
            throw new IllegalArgumentException(times + " times, but " + column + " values");
        }
    }

    private static void increasing(long[] times) {
        for (int at = 1; at < times.length; at++) {
            if (times[at] <= times[at - 1]) {
                throw new IllegalArgumentException("time " + times[at] + " at " + at + " does not come after " + times[at - 1]);
            }
        }
    }
}
