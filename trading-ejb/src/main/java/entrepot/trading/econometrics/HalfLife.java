package entrepot.trading.econometrics;

/**
 * How fast a spread comes back, from the regression of its differences on the level before.
 *
 * @param pull     weight of the level; below zero where it comes back
 * @param halfLife periods: {@code -ln 2 / pull}; not above zero where it does not
 * @param exact    of the process in continuous time: {@code ln 2 / θ} with {@code θ = -ln(1 + pull)}; not a number where there is none
 * @see "Chan, Algorithmic Trading, 1st ed. 2013, chapter 2; Uhlenbeck and Ornstein, Physical Review 36, 1930"
 */
public record HalfLife(double pull, double halfLife, double exact) {

    public static HalfLife of(double[] spread) {
        int rows = spread.length - 1;
        double[] before = new double[Math.max(0, rows)];
        System.arraycopy(spread, 0, before, 0, before.length);
        double pull = new Design().add(before).add(Trend.CONSTANT, rows).fit(DickeyFuller.differences(spread, 0, rows)).weights()[0];
        return new HalfLife(pull, -Math.log(2) / pull, Math.log(2) / -Math.log(1 + pull));
    }

    /** Weight of the level before in the level. */
    public double persistence() {
        return 1 + pull;
    }

    /** θ of the process in continuous time, a period. */
    public double speed() {
        return -Math.log(persistence());
    }
}
