package entrepot.trading.backtest;

/** How far a curve fell from the highest point before, as a share of it. */
public final class Drawdown {

    private Drawdown() {}

    /** The largest; 0 for a curve that never falls. @param start what the curve begins from, above zero */
    public static double largest(double start, double[] curve) {
        double top = start;
        double largest = 0;
        for (double value : curve) {
            top = Math.max(top, value);
            largest = Math.max(largest, 1 - value / top);
        }
        return largest;
    }

    /** At each point. */
    public static double[] curve(double start, double[] curve) {
        double[] fallen = new double[curve.length];
        double top = start;
        for (int at = 0; at < curve.length; at++) {
            top = Math.max(top, curve[at]);
            fallen[at] = 1 - curve[at] / top;
        }
        return fallen;
    }
}
