package entrepot.trading.sweep;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Stretch;
import entrepot.trading.basket.BasketResult;
import entrepot.trading.evidence.MonthlyReturns;
import java.util.Arrays;

/**
 * What a sweep looks at of the backtest of a cell.
 *
 * @param times  of the closes, milliseconds of the epoch, UTC
 * @param equity worth at the closes
 * @param exits  closes by which trades were closed, one for each
 */
public record CellRun(long[] times, double[] equity, int[] exits) {

    static CellRun of(BacktestResult result) {
        return new CellRun(result.bars().times(), result.equity(), result.exits());
    }

    static CellRun of(BasketResult result) {
        return new CellRun(result.universe().times(), result.equity(), result.exits());
    }

    /** @param from close it begins at; @param to close it ends at, later */
    Stretch stretch(int from, int to) {
        return Stretch.of(equity, exits, from, to);
    }

    /** From the close of a bar on. */
    double[] returns(int from) {
        return Performance.returns(Arrays.copyOfRange(equity, from, equity.length));
    }

    MonthlyReturns months() {
        return MonthlyReturns.of(times, equity);
    }

    /** Up to a close. */
    CellRun until(int last) {
        return new CellRun(Arrays.copyOf(times, last + 1), Arrays.copyOf(equity, last + 1), Arrays.stream(exits).filter(exit -> exit <= last).toArray());
    }
}
