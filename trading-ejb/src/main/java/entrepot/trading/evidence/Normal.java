package entrepot.trading.evidence;

/** The standard normal distribution, to about 1e-15 in the middle and with full relative accuracy in the tails. */
public final class Normal {

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double TAIL = 5;
    private static final int STEPS = 60;

    private Normal() {}

    /** Probability of a value of {@code x} or less. @see "Marsaglia, Evaluating the Normal Distribution, J. Stat. Software 11(4), 2004" */
    public static double below(double x) {
        if (x < -TAIL) {
            return tail(-x);
        }
        return x > TAIL ? 1 - tail(x) : 0.5 + middle(x);
    }

    /** From 0 to x: density times x + x³/3 + x⁵/15 + … */
    private static double middle(double x) {
        double term = x;
        double sum = x;
        for (int at = 3; Math.abs(term) > 1e-18 * Math.abs(sum); at += 2) {
            term *= x * x / at;
            sum += term;
        }
        return density(x) * sum;
    }

    /** Laplace's continued fraction of the upper tail, for x well above 0. */
    private static double tail(double x) {
        double fraction = x;
        for (int at = STEPS; at > 0; at--) {
            fraction = x + at / fraction;
        }
        return density(x) / fraction;
    }

    public static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_TWO_PI;
    }

    /**
     * The value below which a share of all lies: a first guess, made exact by Halley's steps.
     *
     * @param share above 0 and below 1; 0 and 1 give the infinities
     * @see "Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.23"
     */
    public static double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + ", must be from 0 to 1");
        }
        if (share > 0.5) {
            return -quantile(1 - share);
        }
        if (share == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double root = Math.sqrt(-2 * Math.log(share));
        double x = (2.515517 + root * (0.802853 + root * 0.010328)) / (1 + root * (1.432788 + root * (0.189269 + root * 0.001308))) - root;
        for (int step = 0; step < 3; step++) {
            double off = (below(x) - share) / density(x);
            x -= off / (1 + x * off / 2);
        }
        return x;
    }
}
