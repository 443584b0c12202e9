package entrepot.trading.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The slow and plain way, straight from the papers. */
final class NaiveEvidence {

    private NaiveEvidence() {}

    /** Every choice of blocks in lexicographic order, each ratio made anew from the returns it is over. */
    static CrossValidation crossValidation(double[][] returns, int blocks) {
        List<int[]> choices = new ArrayList<>();
        choose(blocks, blocks / 2, 0, new int[0], choices);
        double[] logits = new double[choices.size()];
        double[] inside = new double[choices.size()];
        double[] outside = new double[choices.size()];
        int length = returns.length / blocks;
        for (int at = 0; at < logits.length; at++) {
            int[] choice = choices.get(at);
            IntPredicate chosen = row -> IntStream.of(choice).anyMatch(block -> block == row / length);
            double[] in = ratios(returns, length * blocks, chosen);
            double[] out = ratios(returns, length * blocks, chosen.negate());
            int best = IntStream.range(0, in.length).reduce((one, other) -> in[other] > in[one] ? other : one).orElseThrow();
            double share = (1 + Arrays.stream(out).filter(ratio -> ratio < out[best]).count()) / (in.length + 1.0);
            logits[at] = Math.log(share / (1 - share));
            inside[at] = in[best];
            outside[at] = out[best];
        }
        return CrossValidation.of(logits, inside, outside);
    }

    private static void choose(int blocks, int left, int from, int[] chosen, List<int[]> into) {
        if (left == 0) {
            into.add(chosen);
            return;
        }
        for (int block = from; block < blocks; block++) {
            int[] longer = Arrays.copyOf(chosen, chosen.length + 1);
            longer[chosen.length] = block;
            choose(blocks, left - 1, block + 1, longer, into);
        }
    }

    private static double[] ratios(double[][] returns, int size, IntPredicate rows) {
        return IntStream.range(0, returns[0].length)
                .mapToDouble(rule -> Moments.of(IntStream.range(0, size).filter(rows).mapToDouble(row -> returns[row][rule]).toArray()).sharpe())
                .toArray();
    }

    /** The weighted autocovariances one after the other. */
    static double variance(double[] values, double restart) {
        int size = values.length;
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = 0;
        for (int lag = 0; lag < size; lag++) {
            double weight = lag == 0 ? 1 : 2 * ((size - lag) * Math.pow(1 - restart, lag) + lag * Math.pow(1 - restart, size - lag)) / size;
            for (int at = lag; at < size; at++) {
                variance += weight * (values[at] - mean) * (values[at - lag] - mean) / size;
            }
        }
        return variance;
    }

    /** Means of each draw and rule, by whole index vectors. */
    static double[][] drawn(double[][] gains, double restart, int draws, SplittableRandom random) {
        StationaryBootstrap bootstrap = new StationaryBootstrap(gains.length, restart);
        double[][] drawn = new double[draws][];
        for (int draw = 0; draw < draws; draw++) {
            int[] indices = bootstrap.indices(random::nextDouble);
            drawn[draw] = IntStream.range(0, gains[0].length)
                    .mapToDouble(rule -> IntStream.of(indices).mapToDouble(row -> gains[row][rule]).average().orElseThrow()).toArray();
        }
        return drawn;
    }

    /** White's and Hansen's p-values: reality, superior, liberal, conservative. @param means of each draw, then rule */
    static double[] bestRule(double[][] gains, double restart, double[][] means) {
        int size = gains.length;
        int rules = gains[0].length;
        int draws = means.length;
        double[] mean = new double[rules];
        double[] spread = new double[rules];
        for (int rule = 0; rule < rules; rule++) {
            int column = rule;
            double[] values = IntStream.range(0, size).mapToDouble(row -> gains[row][column]).toArray();
            mean[rule] = Arrays.stream(values).average().orElseThrow();
            spread[rule] = Math.sqrt(variance(values, restart));
        }
        double limit = Math.sqrt(2 * Math.log(Math.log(size)));
        double[] above = new double[4];
        double plain = Double.NEGATIVE_INFINITY;
        double studentised = 0;
        for (int rule = 0; rule < rules; rule++) {
            plain = Math.max(plain, Math.sqrt(size) * mean[rule]);
            studentised = Math.max(studentised, Math.sqrt(size) * mean[rule] / spread[rule]);
        }
        for (int draw = 0; draw < draws; draw++) {
            double[] most = {Double.NEGATIVE_INFINITY, 0, 0, 0};
            for (int rule = 0; rule < rules; rule++) {
                double drawn = means[draw][rule];
                double scale = Math.sqrt(size) / spread[rule];
                boolean mayBeGood = mean[rule] * scale >= -limit;
                most[0] = Math.max(most[0], Math.sqrt(size) * (drawn - mean[rule]));
                most[1] = Math.max(most[1], scale * (drawn - (mayBeGood ? mean[rule] : 0)));
                most[2] = Math.max(most[2], scale * (drawn - Math.max(0, mean[rule])));
                most[3] = Math.max(most[3], scale * (drawn - mean[rule]));
            }
            above[0] += most[0] > plain ? 1.0 / draws : 0;
            for (int kind = 1; kind < 4; kind++) {
                above[kind] += most[kind] > studentised ? 1.0 / draws : 0;
            }
        }
        return above;
    }
}
