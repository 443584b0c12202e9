package entrepot.trading.econometrics;

import java.util.Arrays;

/**
 * Test of Engle and Granger: does one series go together with others, so that what a regression leaves over comes back?
 *
 * @param pValue   MacKinnon's, for as many series as there are
 * @param critical at 1, 5 and 10 %
 * @param hedge    units of each other series against one of the first
 * @param trend    weights of the powers of time, the constant first
 * @param spread   what is left over
 * @see "Engle and Granger, Co-Integration and Error Correction, Econometrica 55(2), 1987"
 */
public record EngleGranger(double statistic, double pValue, int lags, double[] critical, double[] hedge, double[] trend, double[] spread) {

    public static EngleGranger of(double[] one, double[][] others, Trend trend, int lags) {
        return of(fit(one, others, trend), others.length, trend, lags);
    }

    /** With lags chosen by a criterion. */
    public static EngleGranger of(double[] one, double[][] others, Trend trend, DickeyFuller.Criterion criterion, int most) {
        LeastSquares fit = fit(one, others, trend);
        return of(fit, others.length, trend, DickeyFuller.of(fit.residuals(), Trend.NONE, criterion, most).lags());
    }

    private static LeastSquares fit(double[] one, double[][] others, Trend trend) {
        Design design = new Design();
        for (double[] other : others) {
            if (other.length != one.length) {
                throw new IllegalArgumentException("series of " + one.length + " and " + other.length + " observations, must be as many");
            }
            design.add(other);
        }
        return design.add(trend, one.length).fit(one);
    }

    private static EngleGranger of(LeastSquares fit, int others, Trend trend, int lags) {
        DickeyFuller rest = DickeyFuller.of(fit.residuals(), Trend.NONE, lags);
        double[] hedge = Arrays.copyOf(fit.weights(), others);
        double[] time = Arrays.copyOfRange(fit.weights(), others, fit.weights().length);
        return new EngleGranger(rest.statistic(), MacKinnon.pValue(rest.statistic(), trend, others + 1), lags,
                MacKinnon.critical(trend, others + 1, fit.residuals().length - 1), hedge, time, fit.residuals());
    }
}
