package entrepot.trading.indicator;

/** The highest of the last values and how long ago it was: a queue of those that can still become it, O(1) a bar on average. */
public final class Extreme {

    private final int length;
    private final double sign;
    private final double[] values;
    private final long[] bars;
    private long head;
    private long tail;
    private long count;

    private Extreme(int length, double sign) {
        this.length = length;
        this.sign = sign;
        values = new double[length];
        bars = new long[length];
    }

    public static Extreme highest(int length) {
        return new Extreme(length, 1);
    }

    public static Extreme lowest(int length) {
        return new Extreme(length, -1);
    }

    /** @return the extreme, not a number while the window fills */
    public double next(double value) {
        while (tail > head && values[at(tail - 1)] <= sign * value) {
            tail--;
        }
        if (tail > head && bars[at(head)] <= count - length) {
            head++;
        }
        values[at(tail)] = sign * value;
        bars[at(tail++)] = count++;
        return count >= length ? sign * values[at(head)] : Double.NaN;
    }

    /** Bars since the extreme, the latest of equal ones. */
    long since() {
        return count - 1 - bars[at(head)];
    }

    private int at(long place) {
        return (int) (place % length);
    }
}
