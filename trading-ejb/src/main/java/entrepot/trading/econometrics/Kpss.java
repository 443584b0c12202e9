package entrepot.trading.econometrics;

/**
 * Test of Kwiatkowski, Phillips, Schmidt and Shin: is a series stationary around a constant or a trend? Small p-values say that it
 * is not.
 *
 * @param pValue between the points of the table, which goes from 0.01 to 0.1 and no further
 * @param lags   of the long-run variance
 * @see "Kwiatkowski, Phillips, Schmidt and Shin, J. Econometrics 54, 1992, table 1"
 */
public record Kpss(double statistic, double pValue, int lags) {

    private static final double[] P_VALUES = {0.1, 0.05, 0.025, 0.01};
    private static final double[] CONSTANT = {0.347, 0.463, 0.574, 0.739};
    private static final double[] LINEAR = {0.119, 0.146, 0.176, 0.216};

    /** @param trend {@code CONSTANT} or {@code LINEAR} */
    public static Kpss of(double[] series, Trend trend, int lags) {
        double[] residuals = residuals(series, trend);
        if (lags < 0 || lags >= series.length) {
            throw new IllegalArgumentException(lags + " lags of " + series.length + " observations, must be 0 or more and fewer");
        }
        double sum = 0;
        double squares = 0;
        for (double one : residuals) {
            sum += one;
            squares += sum * sum;
        }
        double variance = product(residuals, 0);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * product(residuals, lag);
        }
        double statistic = squares / series.length / variance;
        return new Kpss(statistic, pValue(statistic, trend == Trend.CONSTANT ? CONSTANT : LINEAR), lags);
    }

    /** Lags by how the residuals hang together. @see "Hobijn, Franses and Ooms, Statistica Neerlandica 58(4), 2004; Bartlett's kernel" */
    public static int usualLags(double[] series, Trend trend) {
        double[] residuals = residuals(series, trend);
        double size = series.length;
        double plain = product(residuals, 0) / size;
        double weighted = 0;
        for (int lag = 1; lag <= (int) Math.pow(size, 2 / 9.0); lag++) {
            double product = product(residuals, lag) / (size / 2);
            plain += product;
            weighted += lag * product;
        }
        double ratio = weighted / plain;
        return (int) Math.min(size - 1, (int) (1.1447 * Math.cbrt(ratio * ratio) * Math.cbrt(size)));
    }

    private static double[] residuals(double[] series, Trend trend) {
        if (trend != Trend.CONSTANT && trend != Trend.LINEAR) {
            throw new IllegalArgumentException("trend is " + trend + ", must be CONSTANT or LINEAR");
        }
        return new Design().add(trend, series.length).fit(series).residuals();
    }

    private static double product(double[] residuals, int lag) {
        double sum = 0;
        for (int at = lag; at < residuals.length; at++) {
            sum += residuals[at] * residuals[at - lag];
        }
        return sum;
    }

    private static double pValue(double statistic, double[] critical) {
        for (int at = 0; at < critical.length; at++) {
            if (statistic <= critical[at]) {
                return at == 0 ? P_VALUES[0] : P_VALUES[at - 1]
                        + (statistic - critical[at - 1]) / (critical[at] - critical[at - 1]) * (P_VALUES[at] - P_VALUES[at - 1]);
            }
        }
        return P_VALUES[P_VALUES.length - 1];
    }
}
