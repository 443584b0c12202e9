package entrepot.trading.backtest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a backtest in figures; {@code docs/backtesting.md} has the formulas. Shares are of one: 0.1 is 10 %. What the
 * bars cannot say is not a number: the Sharpe ratio of an account that never moved, or one whose money was gone.
 *
 * @param annualReturn     as if every year had brought the same, by the days between the first and the last bar, 365 a year; not a number of less than 30 days in bars
 *                         shorter than a day, which would say what nobody could have
 * @param volatility       of the returns of bars, brought to a year
 * @param sharpe           mean over standard deviation of the returns of bars, brought to a year, no interest taken off
 * @param maxDrawdown      by the closes of bars
 * @param realisedDrawdown by the money after each closed trade
 * @param exposure         share of the closes at which something was held
 * @param winners          share of the closed trades with a profit
 * @param quality          system quality number: root of the count times mean over standard deviation of the profits
 * @param barsPerYear      what brought figures to a year
 */
public record Performance(double totalReturn, double annualReturn, double volatility, double sharpe, double maxDrawdown,
        double realisedDrawdown, double exposure, int closedTrades, double winners, double quality, double fees,
        double barsPerYear) {

    private static final double MILLIS_A_DAY = 86_400_000;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double MOST_DAYS_A_YEAR = 366;
    private static final int FEWEST_DAYS = 30;

    static Performance of(BacktestResult result) {
        return of(result.bars().times(), result.terms().startCash(), result.equity(), result.held(),
                result.closedTrades().stream().mapToDouble(Trade::profit).toArray(), result.fills().stream().mapToDouble(Fill::fee).sum());
    }

    /**
     * Of any account.
     *
     * @param times  of its bars, milliseconds of the epoch; two or more
     * @param start  money it began with
     * @param equity worth at the closes
     * @param held   0 where nothing was held at a close
     * @param closed profits of the closed trades, in the order of their ends
     */
    public static Performance of(long[] times, double start, double[] equity, int[] held, double[] closed, double fees) {
        double total = equity[equity.length - 1] / start - 1;
        double days = (times[times.length - 1] - times[0]) / MILLIS_A_DAY;
        double barsPerYear = (times.length - 1) * DAYS_A_YEAR / days;
        Sample returns = Sample.of(returns(equity));
        Sample profits = Sample.of(closed);
        return new Performance(
                total,
                total > -1 && !areFew(days, barsPerYear) ? StrictMath.pow(1 + total, 365 / days) - 1 : Double.NaN,
                returns.deviation() * Math.sqrt(barsPerYear),
                returns.deviation() > 0 ? returns.mean() / returns.deviation() * Math.sqrt(barsPerYear) : Double.NaN,
                Drawdown.largest(start, equity),
                Drawdown.largest(start, realised(start, closed)),
                share(held),
                profits.count(),
                Arrays.stream(closed).filter(profit -> profit > 0).count() / (double) profits.count(),
                Math.sqrt(profits.count()) * profits.mean() / profits.populationDeviation(),
                fees,
                barsPerYear);
    }

    /** Of every bar but the first; not a number from where the money is gone. */
    public static double[] returns(double[] equity) {
        double[] returns = new double[equity.length - 1];
        for (int at = 0; at < returns.length; at++) {
            returns[at] = equity[at] > 0 ? equity[at + 1] / equity[at] - 1 : Double.NaN;
        }
        return returns;
    }

    /** By year, UTC, in order: what the account gained on its worth at the end of the year before. */
    public static Map<Integer, Double> byYear(BacktestResult result) {
        return byYear(result.bars().times(), result.terms().startCash(), result.equity());
    }

    /** As above, of any account. */
    public static Map<Integer, Double> byYear(long[] times, double start, double[] equity) {
        Map<Integer, Double> last = new TreeMap<>();
        for (int bar = 0; bar < equity.length; bar++) {
            last.put(Instant.ofEpochMilli(times[bar]).atZone(ZoneOffset.UTC).getYear(), equity[bar]);
        }
        double before = start;
        for (Map.Entry<Integer, Double> year : last.entrySet()) {
            double end = year.getValue();
            year.setValue(end / before - 1);
            before = end;
        }
        return last;
    }

    /** Whether so many returns are of too few days to be brought to a year: less than 30, of bars shorter than a day. */
    public boolean hasFewDays(int returns) {
        return areFew(returns / barsPerYear * DAYS_A_YEAR, barsPerYear);
    }

    private static boolean areFew(double days, double barsPerYear) {
        return days < FEWEST_DAYS && barsPerYear > MOST_DAYS_A_YEAR;
    }

    private static double[] realised(double start, double[] closed) {
        double[] money = new double[closed.length];
        double now = start;
        for (int at = 0; at < money.length; at++) {
            now += closed[at];
            money[at] = now;
        }
        return money;
    }

    private static double share(int[] held) {
        int count = 0;
        for (int one : held) {
            count += one != 0 ? 1 : 0;
        }
        return count / (double) held.length;
    }
}
