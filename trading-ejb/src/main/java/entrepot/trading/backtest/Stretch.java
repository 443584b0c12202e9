package entrepot.trading.backtest;

import java.util.Arrays;

/**
 * What a backtest made between the closes of two bars.
 *
 * @param netReturn   share of what the account was worth at the first close; not a number where that was nothing
 * @param trades      closed after the first close and not after the last, wherever they were opened
 * @param sharpe      of the returns of bars, not brought to a year; not a number where nothing moved
 * @param maxDrawdown by the closes of bars
 */
public record Stretch(double netReturn, int trades, double sharpe, double maxDrawdown) {

    /** @param from bar whose close it begins at; @param to bar whose close it ends at, later */
    public static Stretch of(BacktestResult result, int from, int to) {
        return of(result.equity(), result.exits(), from, to);
    }

    /** As above, of any account. @param worth at the closes; @param exits bars at which trades were closed, one for each */
    public static Stretch of(double[] worth, int[] exits, int from, int to) {
        double[] equity = Arrays.copyOfRange(worth, from, to + 1);
        boolean alive = equity[0] > 0;
        Sample returns = Sample.of(Performance.returns(equity));
        long trades = Arrays.stream(exits).filter(exit -> exit > from && exit <= to).count();
        return new Stretch(alive ? equity[equity.length - 1] / equity[0] - 1 : Double.NaN, (int) trades,
                returns.deviation() > 0 ? returns.mean() / returns.deviation() : Double.NaN,
                alive ? Drawdown.largest(equity[0], equity) : Double.NaN);
    }
}
