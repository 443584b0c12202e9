package entrepot.trading.evidence;

/**
 * How sure a Sharpe ratio is, from the length and the shape of the returns it was seen in.
 *
 * @param sharpe       of one period, not brought to a year
 * @param observations returns it was seen in
 * @param skew         of them
 * @param kurtosis     of them, raw: 3 for a normal distribution
 */
public record SharpeEvidence(double sharpe, int observations, double skew, double kurtosis) {

    private static final double EULER = 0.57721566490153286;

    public SharpeEvidence {
        if (observations < 2) {
            throw new IllegalArgumentException(observations + " observations, must be 2 or more");
        }
    }

    public static SharpeEvidence of(Moments returns) {
        return new SharpeEvidence(returns.sharpe(), returns.count(), returns.skew(), returns.kurtosis());
    }

    /**
     * Probability that the true Sharpe ratio is above a benchmark:
     * {@code Φ((SR - SR*) √(T - 1) / √(1 - skew · SR + (kurtosis - 1)/4 · SR²))}.
     *
     * @param benchmark of one period
     * @see "Bailey and López de Prado, The Sharpe Ratio Efficient Frontier, J. Risk 15(2), 2012"
     */
    public double probabilistic(double benchmark) {
        return Normal.below((sharpe - benchmark) * Math.sqrt((observations - 1) / spread()));
    }

    /** Variance of the estimate, times observations less one. */
    private double spread() {
        return 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    }

    /**
     * Probability that it is above what the best of many trials without any skill reaches; never above the probabilistic one.
     *
     * @param trials   independent ones, 1 or more
     * @param variance of their Sharpe ratios, of one period
     * @see "Bailey and López de Prado, The Deflated Sharpe Ratio, J. Portfolio Management 40(5), 2014"
     */
    public double deflated(double trials, double variance) {
        return probabilistic(expectedMaximum(trials, variance));
    }

    /**
     * What the best of many Sharpe ratios around zero is expected to be: {@code √V ((1 - γ) Φ⁻¹(1 - 1/N) + γ Φ⁻¹(1 - 1/(N e)))}
     * with Euler's γ; 0 for one trial.
     *
     * @param trials   independent ones, 1 or more
     * @param variance of their Sharpe ratios
     * @see "Bailey and López de Prado 2014, equation 1"
     */
    public static double expectedMaximum(double trials, double variance) {
        if (!(trials >= 1 && variance >= 0)) {
            throw new IllegalArgumentException(trials + " trials with variance " + variance + ", must be 1 or more, and 0 or more");
        }
        double most = (1 - EULER) * upper(1 / trials) + EULER * upper(1 / (trials * Math.E));
        return trials == 1 ? 0 : Math.max(0, Math.sqrt(variance) * most);
    }

    /** What a share of all exceeds; for large counts more exact than from the other side. */
    private static double upper(double share) {
        return -Normal.quantile(share);
    }

    /**
     * How many trials that move together count as, by their mean correlation: {@code ρ + (1 - ρ) N}; 1 where all are the same.
     *
     * @param correlation mean over all pairs; below zero counts as none
     * @see "Bailey and López de Prado 2014, appendix A.3"
     */
    public static double effectiveTrials(double trials, double correlation) {
        double together = Math.min(1, Math.max(0, correlation));
        return trials <= 1 ? trials : together + (1 - together) * trials;
    }

    /**
     * Observations from which a Sharpe ratio like this is above a benchmark with confidence:
     * {@code 1 + (1 - skew · SR + (kurtosis - 1)/4 · SR²) (Φ⁻¹(1 - α) / (SR - SR*))²}; infinite where it is not above it.
     *
     * @param alpha what is left to chance, e.g. 0.05
     * @see "Bailey and López de Prado 2012, equation 11"
     */
    public double minimumTrackRecord(double benchmark, double alpha) {
        if (!(sharpe > benchmark)) {
            return Double.isNaN(sharpe) ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        double root = upper(alpha) / (sharpe - benchmark);
        return 1 + spread() * root * root;
    }
}
