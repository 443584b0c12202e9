package entrepot.trading.sweep;

import entrepot.trading.evidence.Evidence;
import entrepot.trading.evidence.SharpeEvidence;
import entrepot.trading.evidence.Trials;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the chosen cell of a sweep can be believed.
 *
 * @param probabilistic that its true Sharpe ratio is above 0, by the bars up to the split
 * @param luck          Sharpe ratio of one bar that the best of so many trials without skill is expected to reach
 * @param deflated      that it is above {@code luck}
 * @param afterwards    that it is above 0, by the bars after the split, which did not choose
 */
public record Believed(double probabilistic, double luck, double deflated, double afterwards, List<Warning> warnings) {

    private static final double MIDDLE = 0.5;

    /** Why the sweep does not carry a claim. */
    public enum Warning {

        /** The deflated Sharpe ratio is below 95 %. */
        DEFLATED,

        /** The best of one half of the time is more often below the middle in the other than above it. */
        OVERFIT,

        /** Fewer than 30 closed trades up to the split. */
        FEW_TRADES,

        /** The median of the cells around it has less than half its Sharpe ratio. */
        LONE_PEAK,

        /** It made nothing after the split. */
        NOTHING_AFTERWARDS,

        /** Quotes were filled by bars, which know no queue. */
        QUOTES_ON_BARS
    }

    /** @param summary with a chosen cell; @param trials on the same up to now; @param quoted whether a market was made */
    public static Believed of(Summary summary, Trials trials, boolean quoted) {
        SharpeEvidence before = SharpeEvidence.of(summary.inSampleReturns());
        double luck = SharpeEvidence.expectedMaximum(Math.max(1, trials.effective()), trials.variance());
        double deflated = before.probabilistic(luck);
        return new Believed(before.probabilistic(0), luck, deflated, SharpeEvidence.of(summary.outOfSampleReturns()).probabilistic(0),
                warnings(summary, deflated, quoted));
    }

    private static List<Warning> warnings(Summary summary, double deflated, boolean quoted) {
        Best.Cell chosen = summary.best().get(0);
        List<Warning> warnings = new ArrayList<>();
        add(warnings, Warning.DEFLATED, !(deflated >= Evidence.CONFIDENCE));
        add(warnings, Warning.OVERFIT, summary.compared() != null && summary.compared().overfitting() > MIDDLE);
        add(warnings, Warning.FEW_TRADES, chosen.inSample().trades() < Evidence.ENOUGH_TRADES);
        add(warnings, Warning.LONE_PEAK, summary.stability().median() < chosen.inSample().sharpe() / 2);
        add(warnings, Warning.NOTHING_AFTERWARDS, !(chosen.outOfSample().netReturn() > 0));
        add(warnings, Warning.QUOTES_ON_BARS, quoted);
        return List.copyOf(warnings);
    }

    private static void add(List<Warning> warnings, Warning warning, boolean there) {
        if (there) {
            warnings.add(warning);
        }
    }
}
