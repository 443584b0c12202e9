package entrepot.bench.sweep;

import entrepot.bench.Report;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** One JMH run of all rounds, after the check, and its words for the report. */
public final class SweepRun {

    private static final double GRID = SweepRounds.FASTS.length * (double) SweepRounds.SLOWS.length * SweepRounds.BARS;

    private final int rounds;

    public SweepRun(int rounds) {
        this.rounds = rounds;
    }

    public String text() throws RunnerException {
        SweepCheck check = new SweepCheck();
        int trades = check.equalEverywhere();
        double few = check.bytesAPair(100);
        double many = check.bytesAPair(10_000);
        JmhRounds results = new JmhRounds(SweepRounds.class, rounds);
        return words(results, trades, few, many);
    }

    private String words(JmhRounds results, int trades, double few, double many) {
        double grid = GRID / results.seconds("grid");
        double drawdown = GRID / results.seconds("gridWithDrawdown");
        double ta4j = GRID / results.seconds("gridByTa4j");
        return String.format(Locale.ROOT, """
                ## A sweep of crossovers beside ta4j (T1)

                Written anew by `./entrepot bench -Dit.test=SweepBenchmark`.
                Random-walk minute bars with gapped opens (`SplittableRandom(42)`), simple means, decided at the close, filled at the next
                open, 0.1 %% fee a side. %d pairs (fast 5 to 50, slow 60 to 240) over %,d bars; the unit is one bar for one pair.
                Before the timing all 100 pairs are held against ta4j 0.17 and against a reference that adds every mean up anew: %,d trades,
                equal in number for each pair, and equal money to 1e-9. ta4j counts its trades and its return without the Sharpe ratio,
                which it does not have. One JMH run, one thread, 3 warm-up rounds of 1 s and %d measured ones of 2 s; processor time is of the whole
                process, compiler and collector included; medians.

                Machine: %s.

                | | bars × pairs a CPU second | range of the rounds | asked |
                |---|--:|--:|--:|
                | grid: net return, trades, Sharpe | %.2e | %s | 5e8 |
                | the same and the largest drawdown | %.2e | %s | 2e8 |
                | ta4j 0.17: trades, return | %.2e | %s | |
                | of ta4j | %.0f × (with drawdown %.0f ×) | | 150 × |

                | one pair, %,d bars | seconds |
                |---|--:|
                | net return, trades, Sharpe, drawdown, sums of the series included | %.4f |
                | ta4j 0.17 | %.3f |

                Memory: the series and its sums once, and %.0f bytes a pair in a grid of 100, %.0f in one of 10,000.
                """, SweepRounds.FASTS.length * SweepRounds.SLOWS.length, SweepRounds.BARS, trades, rounds, Report.machine(),
                grid, results.range(GRID, "grid"), drawdown, results.range(GRID, "gridWithDrawdown"), ta4j, results.range(GRID, "gridByTa4j"),
                grid / ta4j, drawdown / ta4j, SweepRounds.LONG, results.seconds("onePair"), results.seconds("onePairByTa4j"), few, many);
    }
}
