package entrepot.trading.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a walk forward was worth on what it had not seen: each label against the probability that the model in use at its event gave.
 *
 * @param model       of all of them together
 * @param baseline    of saying the share of ones in the training of that model instead
 * @param byFit       the same of each fit, in their order
 * @param calibration by tenths of the probability; those that nothing fell into are left out
 * @param importance  one a feature
 */
public record Assessment(Scores model, Scores baseline, List<Compared> byFit, List<Tenth> calibration, List<Importance> importance) {

    private static final int TENTHS = 10;
    /** Labels from which a fit says something about the importance of features. */
    private static final int FEWEST = 10;

    public record Compared(Scores model, Scores baseline) {}

    /** @param from lowest probability in it; @param said mean probability; @param came share that came true */
    public record Tenth(double from, int count, double said, double came) {}

    /**
     * What is lost where the values of one feature are dealt anew among the labels of a fit: mean over the fits and its standard error, which is not
     * a number of one.
     *
     * @param accuracy share of hits lost; @param logLoss by how much the log loss rises
     * @see "Breiman, Random Forests, Machine Learning 45(1), 2001, section 10; López de Prado 2018, chapter 8: mean decrease accuracy"
     */
    public record Importance(String feature, double accuracy, double accuracyError, double logLoss, double logLossError) {}

    public static Assessment of(FeatureTable features, Labels labels, WalkForward.Course course, long seed) {
        List<Block> blocks = course.fits().stream().map(fit -> Block.of(features, labels, fit)).toList();
        return new Assessment(Scores.of(join(blocks, Block::said), label(blocks)), Scores.of(join(blocks, Block::base), label(blocks)),
                blocks.stream().map(block -> new Compared(Scores.of(block.said(), block.label()), Scores.of(block.base(), block.label()))).toList(),
                calibration(join(blocks, Block::said), label(blocks)), importance(features.names(), blocks, seed));
    }

    /** What one model was asked while it was in use. */
    private record Block(Fit fit, double[][] rows, int[] label, double[] said) {

        private static Block of(FeatureTable features, Labels labels, Fit fit) {
            int[] places = IntStream.range(0, labels.size()).filter(at -> labels.event()[at] >= fit.at() && labels.event()[at] < fit.until()
                    && features.isKnown(labels.event()[at])).toArray();
            Labels asked = labels.take(places);
            double[][] rows = Arrays.stream(asked.event()).mapToObj(bar -> features.rows()[bar]).toArray(double[][]::new);
            return new Block(fit, rows, asked.label(), Arrays.stream(rows).mapToDouble(fit.model()::probability).toArray());
        }

        private double[] base() {
            double[] base = new double[label.length];
            Arrays.fill(base, fit.base());
            return base;
        }

        private double[] without(int feature, SplittableRandom random) {
            double[] dealt = Arrays.stream(rows).mapToDouble(row -> row[feature]).toArray();
            for (int at = dealt.length - 1; at > 0; at--) {
                int other = random.nextInt(at + 1);
                double moved = dealt[at];
                dealt[at] = dealt[other];
                dealt[other] = moved;
            }
            double[] said = new double[label.length];
            for (int at = 0; at < said.length; at++) {
                double[] row = rows[at].clone();
                row[feature] = dealt[at];
                said[at] = fit.model().probability(row);
            }
            return said;
        }
    }

    private static double[] join(List<Block> blocks, Function<Block, double[]> column) {
        return blocks.stream().map(column).flatMapToDouble(Arrays::stream).toArray();
    }

    private static int[] label(List<Block> blocks) {
        return blocks.stream().flatMapToInt(block -> Arrays.stream(block.label())).toArray();
    }

    private static List<Tenth> calibration(double[] said, int[] label) {
        int[] count = new int[TENTHS];
        double[] sum = new double[TENTHS];
        double[] came = new double[TENTHS];
        for (int at = 0; at < said.length; at++) {
            int tenth = Math.min(TENTHS - 1, (int) (said[at] * TENTHS));
            count[tenth]++;
            sum[tenth] += said[at];
            came[tenth] += label[at];
        }
        return IntStream.range(0, TENTHS).filter(at -> count[at] > 0)
                .mapToObj(at -> new Tenth((double) at / TENTHS, count[at], sum[at] / count[at], came[at] / count[at])).toList();
    }

    private static List<Importance> importance(List<String> names, List<Block> blocks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Block> told = blocks.stream().filter(block -> block.label().length >= FEWEST).toList();
        List<Importance> all = new ArrayList<>();
        for (int feature = 0; feature < names.size(); feature++) {
            double[] accuracy = new double[told.size()];
            double[] loss = new double[told.size()];
            for (int at = 0; at < accuracy.length; at++) {
                Block block = told.get(at);
                Scores with = Scores.of(block.said(), block.label());
                Scores without = Scores.of(block.without(feature, random), block.label());
                accuracy[at] = with.hitRate() - without.hitRate();
                loss[at] = without.logLoss() - with.logLoss();
            }
            all.add(new Importance(names.get(feature), mean(accuracy), error(accuracy), mean(loss), error(loss)));
        }
        return all;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
