package entrepot.trading.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How good probabilities were. All are not a number where nothing was predicted.
 *
 * @param count   how many were predicted
 * @param logLoss mean of {@code -ln} of the probability given to what came, which is 1e-15 at the least
 * @param brier   mean squared distance of the probability from what came
 * @param auc     probability that one that came true was given more than one that did not, a tie counting half; not a number where one kind is
 *                missing
 * @param hitRate share of those whose likelier label came, 1 where both are as likely
 * @see "Brier, Verification of Forecasts Expressed in Terms of Probability, Monthly Weather Review 78(1), 1950; Fawcett, An Introduction to ROC
 *     Analysis, Pattern Recognition Letters 27(8), 2006"
 */
public record Scores(int count, double logLoss, double brier, double auc, double hitRate) {

    private static final double LEAST = 1e-15;

    /** @param label 1 or 0 */
    public static Scores of(double[] probability, int[] label) {
        double loss = 0;
        double squares = 0;
        double hits = 0;
        for (int at = 0; at < label.length; at++) {
            loss += loss(probability[at], label[at]);
            squares += (probability[at] - label[at]) * (probability[at] - label[at]);
            hits += hit(probability[at], label[at]);
        }
        return new Scores(label.length, loss / label.length, squares / label.length, auc(probability, label), hits / label.length);
    }

    static double loss(double probability, int label) {
        return -StrictMath.log(Math.max(LEAST, label == 1 ? probability : 1 - probability));
    }

    static int hit(double probability, int label) {
        return probability >= 0.5 == (label == 1) ? 1 : 0;
    }

    /** By the sum of the ranks of those that came true, equals at the mean of theirs. */
    private static double auc(double[] probability, int[] label) {
        int[] order = IntStream.range(0, label.length).boxed().sorted(Comparator.comparingDouble(at -> probability[at])).mapToInt(at -> at).toArray();
        double ranks = 0;
        double ones = Arrays.stream(label).sum();
        for (int from = 0; from < order.length;) {
            int to = from;
            int came = 0;
            while (to < order.length && probability[order[to]] == probability[order[from]]) {
                came += label[order[to++]];
            }
            ranks += came * (from + 1 + to) / 2.0;
            from = to;
        }
        double others = label.length - ones;
        return ones == 0 || others == 0 ? Double.NaN : (ranks - ones * (ones + 1) / 2) / (ones * others);
    }
}
