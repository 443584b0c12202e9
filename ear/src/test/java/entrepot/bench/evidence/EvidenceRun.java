package entrepot.bench.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.bench.Report;
import entrepot.trading.evidence.BestRule;
import entrepot.trading.evidence.CrossValidation;
import entrepot.trading.evidence.SharpeEvidence;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Cross-validation and the tests of the best rule over the same returns as numpy's, one thread, by its processor time. */
public final class EvidenceRun {

    static final int ROWS = 2_500;
    static final int RULES = 1_000;
    static final int DRAWS = 10_000;
    private static final int WARM_UP = 2;
    private static final double RESTART = 0.1;
    private static final double MERIT = 0.002;

    private final int rounds;

    public EvidenceRun(int rounds) {
        this.rounds = rounds;
    }

    private record Timed<T>(T result, double[] seconds) {
        double median() {
            return seconds[seconds.length / 2];
        }

        String range() {
            return String.format(Locale.ROOT, "%.2f–%.2f", seconds[0], seconds[seconds.length - 1]);
        }
    }

    public String text() throws IOException, InterruptedException {
        double[][] returns = returns();
        Timed<CrossValidation> overfitting = timed(() -> CrossValidation.of(returns, 16));
        Timed<BestRule> best = timed(() -> BestRule.of(returns, RESTART, DRAWS, 42));
        double[][] better = returns();
        for (double[] row : better) {
            row[0] += MERIT;
        }
        Timed<BestRule> merit = timed(() -> BestRule.of(better, RESTART, DRAWS, 42));
        Timed<Double> deflated = timed(() -> deflated(1_000_000));
        Numpy numpy = Numpy.over(returns, DRAWS);
        assertThat(merit.result().conservative()).isLessThan(0.01);
        if (numpy.found()) {
            // 0.02 is 4 standard errors of the difference of two shares of 10,000 draws
            assertThat(overfitting.result().overfitting()).isCloseTo(numpy.result("overfitting", 0), within(1e-12));
            assertThat(best.result().reality()).isCloseTo(numpy.result("product", 0), within(0.03));
            assertThat(best.result().superior()).isCloseTo(numpy.result("product", 1), within(0.03));
        }
        return String.format(Locale.ROOT, """
                ## Evidence beside numpy (T4)

                Written anew by `./entrepot bench -Dit.test=EvidenceBenchmark`.
                %,d rules over %,d days of made-up returns (`SplittableRandom(42)`), the same for both. Overfitting by cross-validation with 16
                blocks, 12,870 choices; reality check and superior predictive ability on the same %,d draws of the stationary bootstrap, blocks of
                10 days on average. One thread each; processor time of the thread, and of the process for numpy; medians of %d rounds after %d of warm-up, of 3
                for numpy. The probability of overfitting is equal, %.4f; p-values differ by the luck of the draws: %s here, %s there.

                Machine: %s. Peer: %s.

                | | CPU seconds | range | numpy | of numpy |
                |---|--:|--:|--:|--:|
                | overfitting, 16 blocks | %.3f | %s | %s | %s |
                | reality check and superior ability | %.2f | %s | %s | %s |
                | where a rule is truly better | %.2f | %s | %s | %s |
                | the first beside numpy draw by draw, %d draws counted up | | | %s | %s |
                | a million deflated Sharpe ratios | %.2f | %s | | |

                numpy's is `ear/src/test/resources/bench/evidence.py`: it makes all choices, and all draws, one product of matrices each, by the
                library of linear algebra that it comes with; *draw by draw* it takes the rows of each draw and their mean. Ours leaves a draw once it beats
                the best that was seen, for which most rules need not be known where none has merit; where one has, all of nearly all draws are. Asked are 5 ×.
                """, RULES, ROWS, DRAWS, rounds, WARM_UP, overfitting.result().overfitting(),
                pair(best.result().reality(), best.result().superior()),
                numpy.found() ? pair(numpy.result("product", 0), numpy.result("product", 1)) : "none", Report.machine(), numpy.words(),
                overfitting.median(), overfitting.range(), numpy.seconds("overfitting"), numpy.times("overfitting", overfitting.median()),
                best.median(), best.range(), numpy.seconds("product"), numpy.times("product", best.median()),
                merit.median(), merit.range(), numpy.seconds("product"), numpy.times("product", merit.median()),
                Numpy.LOOPED, numpy.seconds("loop"), numpy.times("loop", best.median()), deflated.median(), deflated.range());
    }

    private static String pair(double reality, double superior) {
        return String.format(Locale.ROOT, "%.4f and %.4f", reality, superior);
    }

    private static double[][] returns() {
        SplittableRandom random = new SplittableRandom(42);
        double[][] returns = new double[ROWS][RULES];
        for (double[] row : returns) {
            double common = random.nextGaussian();
            for (int rule = 0; rule < RULES; rule++) {
                row[rule] = 0.005 * common + 0.01 * random.nextGaussian();
            }
        }
        return returns;
    }

    private static double deflated(int count) {
        double sum = 0;
        for (int at = 0; at < count; at++) {
            sum += new SharpeEvidence(0.0001 * (at % 1_000), 1_250, -0.5, 6).deflated(2 + at % 500, 0.002);
        }
        return sum;
    }

    private <T> Timed<T> timed(Supplier<T> act) {
        double[] seconds = new double[rounds];
        T result = null;
        for (int round = -WARM_UP; round < rounds; round++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            result = act.get();
            seconds[Math.max(0, round)] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
        }
        Arrays.sort(seconds);
        return new Timed<>(result, seconds);
    }
}
