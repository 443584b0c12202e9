package entrepot.trading.econometrics;

import entrepot.trading.evidence.Moments;

/**
 * Hurst's exponent: 0.5 for a random walk, above where changes go on, below where they turn.
 *
 * @see "Hurst, Trans. American Society of Civil Engineers 116, 1951; as slope of spreads: Chan, Algorithmic Trading, 1st ed. 2013, chapter 2"
 */
public final class Hurst {

    private Hurst() {}

    /** Slope of the logarithm of the deviation of differences over that of their lag. @param from lag, 1 or more; @param to lag, included */
    public static double exponent(double[] series, int from, int to) {
        if (from < 1 || to <= from || to + 2 > series.length) {
            throw new IllegalArgumentException("lags " + from + " to " + to + " of " + series.length
                    + " observations, must rise from 1 or more and leave 2 differences");
        }
        double[] lags = new double[to - from + 1];
        double[] spreads = new double[lags.length];
        for (int lag = from; lag <= to; lag++) {
            double[] differences = new double[series.length - lag];
            for (int at = 0; at < differences.length; at++) {
                differences[at] = series[at + lag] - series[at];
            }
            Moments shape = Moments.of(differences);
            lags[lag - from] = Math.log(lag);
            spreads[lag - from] = Math.log(shape.deviation() * Math.sqrt((shape.count() - 1.0) / shape.count()));
        }
        return new Design().add(lags).add(Trend.CONSTANT, lags.length).fit(spreads).weights()[0];
    }
}
