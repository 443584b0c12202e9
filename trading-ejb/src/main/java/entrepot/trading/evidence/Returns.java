package entrepot.trading.evidence;

import java.util.Arrays;

/**
 * What returns of equal periods amount to. Shares are of one: 0.1 is 10 %. A ratio over nothing is infinite where it is a gain,
 * and not a number where there is neither gain nor loss.
 */
public final class Returns {

    /** What rounding may take from a worth that is as high as before. */
    private static final double EQUAL = 1e-12;

    private final double[] returns;
    private final double periodsPerYear;
    private final Moments moments;

    /** @param returns simple ones, 0.1 for a gain of a tenth; two or more. @param periodsPerYear 12 of months, about 252 of trading days */
    public Returns(double[] returns, double periodsPerYear) {
        if (returns.length < 2 || !(periodsPerYear > 0)) {
            throw new IllegalArgumentException(
                    returns.length + " returns, " + periodsPerYear + " a year; must be 2 or more, and above 0");
        }
        this.returns = returns.clone();
        this.periodsPerYear = periodsPerYear;
        this.moments = Moments.of(returns);
    }

    public static Returns ofPrices(double[] prices, double periodsPerYear) {
        double[] returns = new double[Math.max(0, prices.length - 1)];
        for (int at = 0; at < returns.length; at++) {
            returns[at] = prices[at + 1] / prices[at] - 1;
        }
        return new Returns(returns, periodsPerYear);
    }

    public Moments moments() {
        return moments;
    }

    public double total() {
        double worth = 1;
        for (double one : returns) {
            worth *= 1 + one;
        }
        return worth - 1;
    }

    /** As if every year had brought the same. */
    public double annual() {
        return Math.pow(1 + total(), periodsPerYear / returns.length) - 1;
    }

    public double volatility() {
        return moments.deviation() * Math.sqrt(periodsPerYear);
    }

    /** A year. @param riskFree of one period. @see "Sharpe, The Sharpe Ratio, J. Portfolio Management 21(1), 1994" */
    public double sharpe(double riskFree) {
        return (moments.mean() - riskFree) / moments.deviation() * Math.sqrt(periodsPerYear);
    }

    /**
     * Root of the mean square of what is missing to the target, over all periods, brought to a year.
     *
     * @param target of one period
     * @see "Sortino and van der Meer, Downside Risk, J. Portfolio Management 17(4), 1991"
     */
    public double downsideRisk(double target) {
        double squares = 0;
        for (double one : returns) {
            double missing = Math.min(one - target, 0);
            squares += missing * missing;
        }
        return Math.sqrt(squares / returns.length * periodsPerYear);
    }

    /** Mean above the target, a year, over the downside risk. */
    public double sortino(double target) {
        return (moments.mean() - target) * periodsPerYear / downsideRisk(target);
    }

    /**
     * What lies above a threshold over what lies below it.
     *
     * @param threshold of one period
     * @see "Keating and Shadwick, A Universal Performance Measure, J. Performance Measurement 6(3), 2002"
     */
    public double omega(double threshold) {
        double above = 0;
        double below = 0;
        for (double one : returns) {
            above += Math.max(one - threshold, 0);
            below += Math.max(threshold - one, 0);
        }
        return above / below;
    }

    /** The 95th percentile over the 5th, both without sign; percentiles lie between neighbours in proportion. */
    public double tailRatio() {
        return Math.abs(percentile(0.95)) / Math.abs(percentile(0.05));
    }

    /** The return that a share of all does not reach. @param share from 0 to 1 */
    public double percentile(double share) {
        double[] sorted = sorted();
        double place = share * (sorted.length - 1);
        int low = (int) place;
        return low + 1 == sorted.length ? sorted[low] : sorted[low] + (place - low) * (sorted[low + 1] - sorted[low]);
    }

    /**
     * Mean of the worst returns, a share of all and at least one: ⌊share · (n - 1)⌋ + 1 of them.
     *
     * @see "Rockafellar and Uryasev, Optimization of Conditional Value-at-Risk, J. Risk 2(3), 2000; count of the worst as vectorbt"
     */
    public double conditionalValueAtRisk(double share) {
        int worst = (int) (share * (returns.length - 1)) + 1;
        return Arrays.stream(sorted()).limit(worst).average().orElseThrow();
    }

    /** How far the worth of 1 fell from its highest point before, 0 or more. */
    public double maxDrawdown() {
        double worth = 1;
        double top = 1;
        double deepest = 0;
        for (double one : returns) {
            worth *= 1 + one;
            top = Math.max(top, worth);
            deepest = Math.max(deepest, 1 - worth / top);
        }
        return deepest;
    }

    /** The most periods in a row below the highest point before. */
    public int longestDrawdown() {
        double worth = 1;
        double top = 1;
        int since = 0;
        int longest = 0;
        for (double one : returns) {
            worth *= 1 + one;
            since = worth < top * (1 - EQUAL) ? since + 1 : 0;
            top = Math.max(top, worth);
            longest = Math.max(longest, since);
        }
        return longest;
    }

    /** Annual return over the largest drawdown. @see "Young, Calmar Ratio: A Smoother Tool, Futures 20(1), 1991" */
    public double calmar() {
        return annual() / maxDrawdown();
    }

    public double best() {
        return Arrays.stream(returns).max().orElseThrow();
    }

    public double worst() {
        return Arrays.stream(returns).min().orElseThrow();
    }

    private double[] sorted() {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
