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
public record Trial(long cells, double sharpe, double variance, double together, MonthlyReturns months) {}
