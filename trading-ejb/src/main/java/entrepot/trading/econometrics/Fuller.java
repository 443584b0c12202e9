package entrepot.trading.econometrics;

/**
 * Critical values of the Dickey-Fuller test by Fuller's table, straight between its sample sizes, as Stata prints them. They differ
 * from MacKinnon's by about a hundredth.
 *
 * @see "Fuller, Introduction to Statistical Time Series, 1st ed. 1976, table 8.5.2"
 */
final class Fuller {

    private static final int[] SIZES = {25, 50, 100, 250, 500};
    /** By trend, then size with the limit last: 1, 5 and 10 %. */
    private static final double[][][] TABLE = {
        {{-2.66, -1.95, -1.60}, {-2.62, -1.95, -1.61}, {-2.60, -1.95, -1.61}, {-2.58, -1.95, -1.62}, {-2.58, -1.95, -1.62},
            {-2.58, -1.95, -1.62}},
        {{-3.75, -3.00, -2.63}, {-3.58, -2.93, -2.60}, {-3.51, -2.89, -2.58}, {-3.46, -2.88, -2.57}, {-3.44, -2.87, -2.57},
            {-3.43, -2.86, -2.57}},
        {{-4.38, -3.60, -3.24}, {-4.15, -3.50, -3.18}, {-4.04, -3.45, -3.15}, {-3.99, -3.43, -3.13}, {-3.98, -3.42, -3.13},
            {-3.96, -3.41, -3.12}}};

    private Fuller() {}

    /** At 1, 5 and 10 %; not numbers for a quadratic trend. @param size changes of the series */
    static double[] critical(Trend trend, int size) {
        if (trend == Trend.QUADRATIC) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        double[][] rows = TABLE[trend.ordinal()];
        int at = 0;
        while (at < SIZES.length && SIZES[at] < size) {
            at++;
        }
        if (at == 0) {
            return rows[0].clone();
        }
        double share = at == SIZES.length ? 1 - SIZES[at - 1] / (double) size
                : (size - SIZES[at - 1]) / (double) (SIZES[at] - SIZES[at - 1]);
        double[] values = new double[rows[0].length];
        for (int level = 0; level < values.length; level++) {
            values[level] = rows[at - 1][level] + share * (rows[at][level] - rows[at - 1][level]);
        }
        return values;
    }
}
