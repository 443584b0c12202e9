package entrepot.trading.sweep;

/** Mean and variance of numbers that come one by one. @see "Welford, Technometrics 4(3), 1962" */
public final class Spread {

    private long count;
    private double mean;
    private double squares;

    public void add(double value) {
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    public long count() {
        return count;
    }

    /** Not a number of none. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** With one degree of freedom less; 0 of fewer than two. */
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }
}
