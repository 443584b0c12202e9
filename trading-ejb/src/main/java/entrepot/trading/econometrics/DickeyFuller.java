package entrepot.trading.econometrics;

/**
 * Augmented Dickey-Fuller test: is there a unit root, so that a series does not come back? Small p-values say that it does.
 *
 * @param pValue       MacKinnon's
 * @param lags         differences that stand in the regression
 * @param observations it was over
 * @param critical     at 1, 5 and 10 %: MacKinnon's of 2010
 * @param tabled       the same by Fuller's table of 1976, as Stata prints it
 * @see "Dickey and Fuller, J. American Statistical Association 74(366), 1979; Said and Dickey, Biometrika 71(3), 1984"
 */
public record DickeyFuller(double statistic, double pValue, int lags, int observations, double[] critical,
        double[] tabled) {

    /** 5 % of one side of the normal distribution. */
    private static final double TELLING = 1.6448536269514722;

    /** What chooses the lags. */
    public enum Criterion {
        /** Akaike's, 1974. */
        AIC,
        /** Schwarz's, 1978. */
        BIC,
        /** From the most downwards, the first whose last lag is telling: Ng and Perron, J. American Statistical Association 90(429), 1995. */
        T_STAT
    }

    public static DickeyFuller of(double[] series, Trend trend, int lags) {
        LeastSquares fit = regression(series, trend, lags, lags);
        int observations = series.length - 1 - lags;
        double statistic = fit.ratio(trend.columns());
        return new DickeyFuller(statistic, MacKinnon.pValue(statistic, trend, 1), lags, observations,
                MacKinnon.critical(trend, 1, observations), Fuller.critical(trend, series.length - 1));
    }

    /** With lags chosen over the observations that the most of them leave, then used over all there are. @param most lags */
    public static DickeyFuller of(double[] series, Trend trend, Criterion criterion, int most) {
        return of(series, trend, chosen(series, trend, criterion, most));
    }

    /** {@code ⌈12 (n/100)^(1/4)⌉}, and no more than half of the series can carry. @see "Schwert, J. Business and Economic Statistics 7(2), 1989" */
    public static int usualLags(int size, Trend trend) {
        return (int) Math.max(0, Math.min(Math.ceil(12 * Math.pow(size / 100.0, 0.25)), size / 2 - trend.columns() - 1));
    }

    private static int chosen(double[] series, Trend trend, Criterion criterion, int most) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int lags = most; lags >= 0; lags--) {
            LeastSquares fit = regression(series, trend, lags, most);
            int columns = fit.weights().length;
            if (criterion == Criterion.T_STAT) {
                if (Math.abs(fit.ratio(columns - 1)) >= TELLING) {
                    return lags;
                }
                continue;
            }
            double value = fit.deviance() + columns * (criterion == Criterion.AIC ? 2 : Math.log(fit.residuals().length));
            if (value <= least) {
                least = value;
                best = lags;
            }
        }
        return best;
    }

    /** Differences on the trend, the level before and the differences before. @param skipped observations left out at the start */
    private static LeastSquares regression(double[] series, Trend trend, int lags, int skipped) {
        int rows = series.length - 1 - skipped;
        if (lags < 0 || rows <= trend.columns() + 1 + lags) {
            throw new IllegalArgumentException(lags + " lags of " + series.length + " observations, must be 0 or more and leave some over");
        }
        Design design = new Design().add(trend, rows).add(levels(series, skipped, rows));
        for (int lag = 1; lag <= lags; lag++) {
            design.add(differences(series, skipped - lag, rows));
        }
        return design.fit(differences(series, skipped, rows));
    }

    private static double[] levels(double[] series, int from, int rows) {
        double[] levels = new double[rows];
        System.arraycopy(series, from, levels, 0, rows);
        return levels;
    }

    static double[] differences(double[] series, int from, int rows) {
        double[] differences = new double[rows];
        for (int row = 0; row < rows; row++) {
            differences[row] = series[from + row + 1] - series[from + row];
        }
        return differences;
    }
}
