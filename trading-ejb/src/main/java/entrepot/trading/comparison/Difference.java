package entrepot.trading.comparison;

import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.StationaryBootstrap;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * By how much one account did better than another, of one day.
 *
 * @param one   its number, as {@code other}; what is above 0 speaks for it
 * @param mean  of its returns less those of the other
 * @param sharpe its Sharpe ratio less that of the other
 * @param error standard error of that, by the delta method
 * @see "Ledoit and Wolf, Robust performance hypothesis testing with the Sharpe ratio, J. Empirical Finance 15(5), 2008; Memmel, Performance Hypothesis Testing
 *     with the Sharpe Ratio, Finance Letters 1, 2003"
 */
public record Difference(int one, int other, Drawn mean, Drawn sharpe, double error) {

    /**
     * A figure with what drawing the days anew makes of it.
     *
     * @param low  0.025 of the draws are below, and as many above {@code high}
     * @param luck share of the draws, moved so that there is no difference, that are as far from 0 as the figure: {@code (1 + such) / (1 + draws)}
     */
    public record Drawn(double value, double low, double high, double luck) {

        private static final double OUTSIDE = 0.025;
        private static final Drawn NONE = new Drawn(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        /** A draw that says nothing counts as one as far. */
        static Drawn of(double value, double[] one, double[] other) {
            if (!Double.isFinite(value)) {
                return NONE;
            }
            double[] draws = IntStream.range(0, one.length).mapToDouble(draw -> one[draw] - other[draw]).toArray();
            long asFar = Arrays.stream(draws).filter(drawn -> !(Math.abs(drawn - value) < Math.abs(value))).count();
            double[] known = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
            return new Drawn(value, quantile(known, OUTSIDE), quantile(known, 1 - OUTSIDE), (1.0 + asFar) / (1 + draws.length));
        }

        /** Between neighbours in proportion. */
        private static double quantile(double[] sorted, double share) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            double place = share * (sorted.length - 1);
            int low = (int) place;
            return low + 1 == sorted.length ? sorted[low] : sorted[low] + (place - low) * (sorted[low + 1] - sorted[low]);
        }
    }

    static Difference of(int one, int other, double[][] returns, PairedDraws draws, StationaryBootstrap bootstrap) {
        Moments first = Moments.of(returns[one]);
        Moments second = Moments.of(returns[other]);
        return new Difference(one, other, Drawn.of(first.mean() - second.mean(), draws.means()[one], draws.means()[other]),
                Drawn.of(first.sharpe() - second.sharpe(), draws.sharpes()[one], draws.sharpes()[other]),
                error(returns[one], first, returns[other], second, bootstrap));
    }

    /** Of {@code μ/σ}, each day moves a ratio by {@code z - SR/2 (z² - 1)}, z what its return is away from the mean in deviations. */
    private static double error(double[] one, Moments first, double[] other, Moments second, StationaryBootstrap bootstrap) {
        double[] moves = new double[one.length];
        for (int day = 0; day < moves.length; day++) {
            moves[day] = move(one[day], first) - move(other[day], second);
        }
        return Math.sqrt(Math.max(0, bootstrap.variance(moves)) / moves.length);
    }

    private static double move(double value, Moments of) {
        double away = (value - of.mean()) / of.deviation();
        return away - of.sharpe() / 2 * (away * away - 1);
    }
}
