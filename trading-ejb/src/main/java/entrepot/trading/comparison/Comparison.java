package entrepot.trading.comparison;

import entrepot.trading.backtest.Drawdown;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.evidence.Correlation;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.MonthlyReturns;
import entrepot.trading.evidence.SharpeEvidence;
import entrepot.trading.evidence.StationaryBootstrap;
import entrepot.trading.tearsheet.AccountCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two to {@value #MOST} accounts beside each other, over the days that all of them have. The same curves give the same comparison to the last bit.
 *
 * @param spans       by account; {@code benchmarks} the same of what each is held against
 * @param drawdowns   share of the high before, by account and day
 * @param months      by account; all have the same months, the first and the last of which need not be whole
 * @param correlation of the returns of days; not a number with one that never moved
 * @param differences of each pair, the first against the second, then the third, and so on
 * @param blockDays   mean length of the blocks of days that were drawn, the cube root of the number of returns
 * @see "Politis and Romano, The Stationary Bootstrap, J. American Statistical Association 89(428), 1994: blocks grow with the cube root"
 */
public record Comparison(CommonDays common, List<Span> spans, List<Span> benchmarks, double[][] drawdowns, List<MonthlyReturns> months, double[][] correlation,
        List<Difference> differences, Best best, int blockDays, int draws, long seed) {

    public static final int MOST = 8;
    /** Two returns, without which there is no deviation. */
    public static final int FEWEST_DAYS = 3;
    private static final int DRAWS = 2_000;
    private static final long SEED = 20_261_128;

    /** Figures of the time in common. @param probabilistic probability that the Sharpe ratio is above 0 */
    public record Span(Performance figures, double probabilistic) {
        static Span of(long[] days, double[] worth) {
            Performance figures = Performance.of(days, 1, worth, new int[worth.length], new double[0], 0);
            return new Span(figures, SharpeEvidence.of(Moments.of(Performance.returns(worth))).probabilistic(0));
        }
    }

    /**
     * The one with the highest mean return, held against the first.
     *
     * @param account its number; 0 where the first is the best, and {@value #NONE} where a mean is not a number, since money was gone
     * @param gain    of its mean return over that of the first, of one day
     * @param luck    share of the draws, moved so that none is better than the first, in which the best of them gains as much: White's reality check
     * @see "White, A Reality Check for Data Snooping, Econometrica 68(5), 2000"
     */
    public record Best(int account, double gain, double luck) {
        private static final int NONE = -1;

        public boolean isKnown() {
            return account != NONE;
        }
    }

    /** @throws IllegalArgumentException where there are not so many, or they have fewer than {@value #FEWEST_DAYS} days in common */
    public static Comparison of(List<AccountCurve> curves) {
        if (curves.size() < 2 || curves.size() > MOST) {
            throw new IllegalArgumentException(curves.size() + " accounts, must be 2 to " + MOST);
        }
        return of(CommonDays.of(curves));
    }

    /** As above, of two or more accounts. */
    public static Comparison of(CommonDays common) {
        if (common.size() < FEWEST_DAYS) {
            throw new IllegalArgumentException(common.size() + " days in common, must be " + FEWEST_DAYS + " or more");
        }
        double[][] returns = Arrays.stream(common.worth()).map(Performance::returns).toArray(double[][]::new);
        int block = (int) Math.max(1, Math.round(Math.cbrt(common.size() - 1)));
        StationaryBootstrap bootstrap = new StationaryBootstrap(common.size() - 1, 1.0 / block);
        PairedDraws draws = PairedDraws.of(returns, bootstrap, DRAWS, SEED);
        return new Comparison(common, spans(common.days(), common.worth()), spans(common.days(), common.benchmarks()),
                Arrays.stream(common.worth()).map(worth -> Drawdown.curve(1, worth)).toArray(double[][]::new),
                Arrays.stream(common.worth()).map(worth -> MonthlyReturns.of(common.days(), worth)).toList(),
                Arrays.stream(returns).map(one -> Arrays.stream(returns).mapToDouble(other -> Correlation.of(one, other)).toArray()).toArray(double[][]::new),
                differences(returns, draws, bootstrap), best(returns, draws), block, DRAWS, SEED);
    }

    private static List<Span> spans(long[] days, double[][] worth) {
        return Arrays.stream(worth).map(one -> Span.of(days, one)).toList();
    }

    private static List<Difference> differences(double[][] returns, PairedDraws draws, StationaryBootstrap bootstrap) {
        List<Difference> all = new ArrayList<>();
        for (int other = 0; other < returns.length; other++) {
            for (int one = other + 1; one < returns.length; one++) {
                all.add(Difference.of(one, other, returns, draws, bootstrap));
            }
        }
        return List.copyOf(all);
    }

    private static Best best(double[][] returns, PairedDraws draws) {
        double[] gains = Arrays.stream(returns).mapToDouble(one -> Moments.of(one).mean() - Moments.of(returns[0]).mean()).toArray();
        if (Arrays.stream(gains).anyMatch(Double::isNaN)) {
            return new Best(Best.NONE, Double.NaN, Double.NaN);
        }
        int best = 0;
        for (int account = 1; account < gains.length; account++) {
            best = gains[account] > gains[best] ? account : best;
        }
        double gain = gains[best];
        double[][] means = draws.means();
        long asMuch = IntStream.range(0, means[0].length)
                .filter(draw -> IntStream.range(1, gains.length).mapToDouble(one -> means[one][draw] - means[0][draw] - gains[one]).max().orElseThrow() >= gain).count();
        return new Best(best, gain, (1.0 + asMuch) / (1 + means[0].length));
    }

    /** Of the first {@code one} against each other. */
    public List<Difference> against(int other) {
        return differences.stream().filter(one -> one.other() == other).toList();
    }

    /** What brings a mean of a day to a year; the root of it a Sharpe ratio. */
    public double daysPerYear() {
        return spans.get(0).figures().barsPerYear();
    }

    /** SHA-256 over days, worth, correlations and differences. */
    public String hash() {
        ResultHash hash = new ResultHash().add(common.size()).add(blockDays).add(draws).add(seed);
        Arrays.stream(common.days()).forEach(hash::add);
        Arrays.stream(common.worth()).forEach(hash::add);
        Arrays.stream(correlation).forEach(hash::add);
        differences.forEach(one -> add(add(hash, one.mean()), one.sharpe()).add(one.error()));
        return hash.add(best.luck()).hex();
    }

    private static ResultHash add(ResultHash hash, Difference.Drawn drawn) {
        return hash.add(drawn.value()).add(drawn.low()).add(drawn.high()).add(drawn.luck());
    }
}
