package entrepot.trading.backtest;

import entrepot.trading.broker.Roll;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.Permutation;
import entrepot.trading.market.Bars;
import entrepot.trading.portfolio.Exact;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a backtest is asked besides what it made: the shape of its returns, what is left of it under less kind conditions, and
 * whether its positions in another order would have done as well.
 *
 * @param strategy     shape of the returns of bars
 * @param hold         the same of buying and holding
 * @param costsDoubled the same question with all costs twice
 * @param oneBarLate   the same question with every order a bar later
 * @param permutation  of positions over returns from open to open, before costs; not a number where a price is 0 or less, and of market making
 */
public record Scrutiny(Moments strategy, Moments hold, Again costsDoubled, Again oneBarLate, Permutation permutation) {

    static final long SEED = 20_240_229;
    private static final int MOST_DRAWS = 2_000;
    private static final int FEWEST_DRAWS = 200;
    private static final int STEPS = 20_000_000;
    private static final Permutation NONE = new Permutation(Double.NaN, Double.NaN, Double.NaN, 0, SEED);

    /** The same question under other conditions. @param sharpe a year */
    public record Again(double totalReturn, double sharpe) {
        public static Again of(BacktestResult found) {
            Performance performance = found.performance();
            return new Again(performance.totalReturn(), performance.sharpe());
        }
    }

    public static Scrutiny of(BacktestResult found, BacktestResult hold, BacktestResult costsDoubled, BacktestResult oneBarLate) {
        return of(found, List.of(), hold, costsDoubled, oneBarLate);
    }

    /** As above, of a future that is held on from contract to contract. */
    public static Scrutiny of(BacktestResult found, List<Roll> rolls, BacktestResult hold, BacktestResult costsDoubled, BacktestResult oneBarLate) {
        return of(found, hold, costsDoubled, oneBarLate, permutation(found, rolls));
    }

    /** As above, of positions in something else than the bars of the result. */
    public static Scrutiny of(BacktestResult found, BacktestResult hold, BacktestResult costsDoubled, BacktestResult oneBarLate,
            Permutation permutation) {
        return new Scrutiny(Moments.of(found.returns()), Moments.of(hold.returns()), Again.of(costsDoubled), Again.of(oneBarLate), permutation);
    }

    /** As above, of what is not about timing: without a permutation. */
    public static Scrutiny untimed(BacktestResult found, BacktestResult hold, Again costsDoubled, Again oneBarLate) {
        return new Scrutiny(Moments.of(found.returns()), Moments.of(hold.returns()), costsDoubled, oneBarLate, NONE);
    }

    private static Permutation permutation(BacktestResult found, List<Roll> rolls) {
        Bars bars = found.bars();
        Map<Long, Double> left = rolls.stream().collect(Collectors.toMap(Roll::time, roll -> Exact.decimal(roll.left(), Exact.PRICE)));
        double[] returns = new double[bars.size()];
        double[] positions = new double[bars.size()];
        int[] held = found.held();
        for (int bar = 0; bar < returns.length; bar++) {
            double to = bar + 1 < returns.length ? left.getOrDefault(bars.time(bar + 1), bars.open(bar + 1)) : bars.close(bar);
            if (!(bars.open(bar) > 0 && to > 0)) {
                return NONE;
            }
            returns[bar] = to / bars.open(bar) - 1;
            positions[bar] = held[bar];
        }
        return drawn(returns, positions);
    }

    static Permutation drawn(double[] returns, double[] positions) {
        return Permutation.drawn(returns, positions, draws(returns.length), SEED);
    }

    /** Of many instruments. @param returns of each instrument in each period, as positions */
    public static Permutation drawn(double[][] returns, double[][] positions) {
        return Permutation.drawn(returns, positions, draws(returns.length * returns[0].length), SEED);
    }

    private static int draws(int size) {
        return Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, STEPS / size));
    }
}
