package entrepot.trading.evidence;

/**
 * The shape of some numbers.
 *
 * @param deviation of a sample: one degree of freedom less
 * @param skew      third central moment over the population deviation cubed; 0 for what is symmetric
 * @param kurtosis  fourth over its fourth power, raw: 3 for a normal distribution
 */
public record Moments(int count, double mean, double deviation, double skew, double kurtosis) {

    public static Moments of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double square = (value - mean) * (value - mean);
            second += square;
            third += square * (value - mean);
            fourth += square * square;
        }
        double variance = second / values.length;
        return new Moments(values.length, mean, Math.sqrt(second / (values.length - 1)),
                third / values.length / (variance * Math.sqrt(variance)), fourth / values.length / (variance * variance));
    }

    /** Mean over deviation, of one period; not a number where nothing moves. */
    public double sharpe() {
        return deviation > 0 ? mean / deviation : Double.NaN;
    }
}
