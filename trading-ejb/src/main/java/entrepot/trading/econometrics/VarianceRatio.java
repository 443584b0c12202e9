package entrepot.trading.econometrics;

/**
 * Variance of changes over several periods against that of one: 1 for a random walk, above where changes go on, below where they
 * turn. Overlapping, unbiased.
 *
 * @param plain  standard normal where changes are alike and independent
 * @param robust the same where their variance may differ
 * @see "Lo and MacKinlay, Stock Market Prices Do Not Follow Random Walks, Review of Financial Studies 1(1), 1988"
 */
public record VarianceRatio(double ratio, double plain, double robust) {

    /** @param series levels, logarithms of prices; @param periods 2 or more, fewer than changes */
    public static VarianceRatio of(double[] series, int periods) {
        int size = series.length - 1;
        if (periods < 2 || periods >= size) {
            throw new IllegalArgumentException(periods + " periods of " + size + " changes, must be 2 or more and fewer");
        }
        double mean = (series[size] - series[0]) / size;
        double[] squares = new double[size];
        double sum = 0;
        for (int at = 0; at < size; at++) {
            double off = series[at + 1] - series[at] - mean;
            squares[at] = off * off;
            sum += squares[at];
        }
        double longer = 0;
        for (int at = periods; at <= size; at++) {
            double off = series[at] - series[at - periods] - periods * mean;
            longer += off * off;
        }
        double count = periods * (size - periods + 1.0) * (1 - periods / (double) size);
        double ratio = longer / count / (sum / (size - 1));
        double plain = 2 * (2 * periods - 1.0) * (periods - 1) / (3.0 * periods * size);
        return new VarianceRatio(ratio, (ratio - 1) / Math.sqrt(plain), (ratio - 1) / Math.sqrt(robust(squares, sum, periods)));
    }

    private static double robust(double[] squares, double sum, int periods) {
        double variance = 0;
        for (int lag = 1; lag < periods; lag++) {
            double products = 0;
            for (int at = lag; at < squares.length; at++) {
                products += squares[at] * squares[at - lag];
            }
            double weight = 2.0 * (periods - lag) / periods;
            variance += weight * weight * products / (sum * sum);
        }
        return variance;
    }
}
