package entrepot.trading.evidence;

/**
 * Something that was tried on an instrument: one backtest, or all cells of a sweep together.
 *
 * @param cells    1 of a backtest
 * @param sharpe   of one bar, mean over the cells; not a number where nothing moved
 * @param variance of the cells' ratios among each other; 0 of one
 * @param together mean correlation of the cells; 0 where it is not known, so that all count
 * @param months   null of a sweep
 */
public record Trial(long cells, double sharpe, double variance, double together, MonthlyReturns months) {

    /** Beyond it bars are of another length; below it they are the same ones with other holidays and gaps. */
    private static final double ANOTHER_LENGTH = 1.5;

    /** Told of bars of another length: a Sharpe ratio grows with the root of time. @param barsPerYear its own, then those wanted */
    public Trial of(double barsPerYear, double wanted) {
        double ratio = barsPerYear / wanted;
        if (!(ratio > ANOTHER_LENGTH || ratio < 1 / ANOTHER_LENGTH) || Double.isInfinite(ratio)) {
            return this;
        }
        return new Trial(cells, sharpe * Math.sqrt(ratio), variance * ratio, together, months);
    }
}
