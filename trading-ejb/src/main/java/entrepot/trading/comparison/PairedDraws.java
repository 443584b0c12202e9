package entrepot.trading.comparison;

import entrepot.trading.evidence.StationaryBootstrap;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Mean and Sharpe ratio of several series in samples drawn anew, by the same days of all of them, so that what they have in common cancels.
 *
 * @param means   by series, then draw; of one day
 * @param sharpes the same; not a number where nothing moved
 */
record PairedDraws(double[][] means, double[][] sharpes) {

    /** @param returns by series, of one length */
    static PairedDraws of(double[][] returns, StationaryBootstrap bootstrap, int draws, long seed) {
        int size = bootstrap.size();
        SplittableRandom random = new SplittableRandom(seed);
        double[][] sums = new double[returns.length][];
        double[][] squares = new double[returns.length][];
        for (int series = 0; series < returns.length; series++) {
            sums[series] = upTo(returns[series], 1);
            squares[series] = upTo(returns[series], 2);
        }
        PairedDraws drawn = new PairedDraws(new double[returns.length][draws], new double[returns.length][draws]);
        double[] sum = new double[returns.length];
        double[] square = new double[returns.length];
        for (int draw = 0; draw < draws; draw++) {
            int[] days = bootstrap.indices(random::nextDouble);
            Arrays.fill(sum, 0);
            Arrays.fill(square, 0);
            for (int from = 0, to; from < size; from = to) {
                to = from + 1;
                while (to < size && days[to] == days[to - 1] + 1) {
                    to++;
                }
                for (int series = 0; series < sum.length; series++) {
                    sum[series] += sums[series][days[to - 1] + 1] - sums[series][days[from]];
                    square[series] += squares[series][days[to - 1] + 1] - squares[series][days[from]];
                }
            }
            for (int series = 0; series < sum.length; series++) {
                drawn.means[series][draw] = sum[series] / size;
                drawn.sharpes[series][draw] = sharpe(sum[series], square[series], size);
            }
        }
        return drawn;
    }

    /** Of all values before each place, so that a block is a difference. */
    private static double[] upTo(double[] values, int power) {
        double[] sums = new double[values.length + 1];
        for (int at = 0; at < values.length; at++) {
            sums[at + 1] = sums[at] + (power == 1 ? values[at] : values[at] * values[at]);
        }
        return sums;
    }

    private static double sharpe(double sum, double square, int size) {
        double deviation = Math.sqrt(Math.max(0, square - sum * sum / size) / (size - 1));
        return deviation > 0 ? sum / size / deviation : Double.NaN;
    }
}
