package entrepot.trading.econometrics;

/**
 * A hedge ratio that may change: slope and constant walk at random, and each observation moves them as far as it is surprising.
 *
 * @param slope    after each observation; @param constant the same
 * @param surprise of each observation: what was seen less what was expected before it
 * @param variance of the surprise, as expected before it
 * @see "Kalman, J. Basic Engineering 82, 1960; for pairs: Chan 2013, chapter 3"
 */
public record KalmanHedge(double[] slope, double[] constant, double[] surprise, double[] variance) {

    /** Nothing is known before the first observation. */
    private static final double VAGUE = 1e6;

    /**
     * @param drift how far they may walk, from 0 to below 1; each step adds {@code drift / (1 - drift)} to both variances
     * @param noise variance of an observation, above 0
     */
    public static KalmanHedge of(double[] one, double[] other, double drift, double noise) {
        if (one.length != other.length || !(drift >= 0 && drift < 1 && noise > 0)) {
            throw new IllegalArgumentException("series of " + one.length + " and " + other.length + ", drift " + drift + ", noise " + noise
                    + ", must be as many, in [0, 1), and above 0");
        }
        int size = one.length;
        KalmanHedge found = new KalmanHedge(new double[size], new double[size], new double[size], new double[size]);
        double added = drift / (1 - drift);
        double slope = 0;
        double constant = 0;
        double ss = VAGUE;
        double sc = 0;
        double cc = VAGUE;
        for (int at = 0; at < size; at++) {
            ss += added;
            cc += added;
            double x = other[at];
            double seenBySlope = ss * x + sc;
            double seenByConstant = sc * x + cc;
            double variance = seenBySlope * x + seenByConstant + noise;
            double surprise = one[at] - slope * x - constant;
            double slopeGain = seenBySlope / variance;
            double constantGain = seenByConstant / variance;
            slope += slopeGain * surprise;
            constant += constantGain * surprise;
            ss -= slopeGain * seenBySlope;
            sc -= slopeGain * seenByConstant;
            cc -= constantGain * seenByConstant;
            found.slope[at] = slope;
            found.constant[at] = constant;
            found.surprise[at] = surprise;
            found.variance[at] = variance;
        }
        return found;
    }
}
