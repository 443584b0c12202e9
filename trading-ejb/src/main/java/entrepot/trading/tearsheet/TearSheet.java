package entrepot.trading.tearsheet;

import entrepot.trading.backtest.Drawdown;
import java.util.List;

/**
 * A backtest on one sheet, whatever its kind.
 *
 * @param returns  of each bar, the first against the start
 * @param drawdown share of the high before, at each bar; {@code benchmarkDrawdown} the same of the benchmark
 * @param years    returns by month and year
 * @param declines the deepest first
 */
public record TearSheet(AccountCurve curve, double[] returns, double[] drawdown, double[] benchmarkDrawdown, List<Months.Year> years, Rolling rolling,
        List<Decline> declines, TradeSummary trades) {

    private static final int DECLINES = 5;

    /** @param barsPerYear what brings figures to a year; @param profits of the closed trades */
    public static TearSheet of(AccountCurve curve, double barsPerYear, double[] profits) {
        return new TearSheet(curve, curve.returns(), Drawdown.curve(curve.start(), curve.worth()), Drawdown.curve(curve.start(), curve.benchmark()),
                Months.of(curve), Rolling.halfYear(curve.worth(), barsPerYear), Decline.deepest(curve.start(), curve.worth(), DECLINES),
                TradeSummary.of(profits));
    }
}
