package entrepot.trading.tearsheet;

/**
 * An account beside its benchmark at the close of each bar.
 *
 * @param times     milliseconds of the epoch, UTC, rising; two or more
 * @param start     money that both began with, above 0
 * @param worth     of the account; {@code benchmark} the same of what it is held against
 * @param exposure  what was held: of one instrument or a pair the side (1, 0 or -1), of a portfolio the sum of the absolute weights
 */
public record AccountCurve(long[] times, double start, double[] worth, double[] benchmark, double[] exposure) {

    public AccountCurve {
        if (times.length < 2 || times.length != worth.length || times.length != benchmark.length || times.length != exposure.length || !(start > 0)) {
            throw new IllegalArgumentException(times.length + " times, " + worth.length + ", " + benchmark.length + " and " + exposure.length
                    + " values, start " + start + ": must be as many of each, 2 or more, and start above 0");
        }
    }

    public int size() {
        return times.length;
    }

    /** Of every bar, the first against the start; not a number where nothing was left before. */
    public double[] returns() {
        double[] returns = new double[worth.length];
        double before = start;
        for (int bar = 0; bar < returns.length; bar++) {
            returns[bar] = before > 0 ? worth[bar] / before - 1 : Double.NaN;
            before = worth[bar];
        }
        return returns;
    }
}
