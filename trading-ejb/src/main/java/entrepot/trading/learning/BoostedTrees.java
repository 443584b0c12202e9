package entrepot.trading.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trees that correct one another: each is grown on the gradient {@code g = w (p - y)} and the curvature {@code h = w p (1 - p)} of the log loss
 * of those before, and adds {@code -rate · G/(H + 1)} in each of its leaves, {@code G/(H + 1)} 3 at most, so that with all samples in each tree no
 * tree raises the loss. A node is split where {@code GL²/(HL+1) + GR²/(HR+1) - G²/(H+1)} is largest, of equals by the first feature and the
 * lowest value; both sides keep at least 5 samples and one in a hundred of all.
 *
 * @param depths of the trees, 1 to 6, and with each all of {@code rounds}: how many trees. All pairs are sets
 * @param rate   above 0, at most 0.4
 * @param share  of the samples that each tree sees, above 0 to 1, drawn without putting back
 * @see "Friedman, Greedy Function Approximation, Annals of Statistics 29(5), 2001; Stochastic Gradient Boosting, 2002; Chen and Guestrin,
 *     XGBoost, KDD 2016, equations 6 and 7"
 */
public record BoostedTrees(List<Integer> depths, List<Integer> rounds, double rate, double share, long seed) implements Family {

    static final double RIDGE = 1;
    static final double MOST = 3;
    static final int FEWEST = 5;
    static final double LEAST_GAIN = 1e-9;

    public BoostedTrees {
        if (!(rate > 0 && rate <= 0.4 && share > 0 && share <= 1)) {
            throw new IllegalArgumentException("rate is " + rate + ", share is " + share + ", must be above 0 and at most 0.4 and 1");
        }
    }

    @Override
    public List<String> sets() {
        return depths.stream().flatMap(depth -> rounds.stream().map(count -> "depth=" + depth + " trees=" + count)).toList();
    }

    @Override
    public List<Model> fit(Samples samples) {
        int[][] order = order(samples.rows());
        List<Model> models = new ArrayList<>();
        for (int depth : depths) {
            TreeModel most = fit(samples, order, depth, rounds.stream().mapToInt(Integer::intValue).max().orElseThrow());
            rounds.forEach(count -> models.add(most.first(count)));
        }
        return models;
    }

    @Override
    public long nodes() {
        int deepest = depths.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return rounds.stream().mapToLong(Integer::longValue).max().orElseThrow() * ((2L << deepest) - 1);
    }

    private TreeModel fit(Samples samples, int[][] order, int depth, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        double start = start(samples);
        double[] score = new double[samples.size()];
        Arrays.fill(score, start);
        TreeGrower grower = new TreeGrower(samples, order, depth, fewest(samples.size()), rate);
        List<Tree> trees = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            Tree tree = grower.grow(score, drawn(random, samples.size()));
            trees.add(tree);
            for (int sample = 0; sample < score.length; sample++) {
                score[sample] += tree.value(samples.rows()[sample]);
            }
        }
        return new TreeModel(depth, rate, share, seed, start, trees);
    }

    static int fewest(int samples) {
        return Math.max(FEWEST, samples / 100);
    }

    /** Logarithm of the odds among the samples. */
    static double start(Samples samples) {
        double ones = 0;
        double all = 0;
        for (int sample = 0; sample < samples.size(); sample++) {
            ones += samples.label()[sample] * samples.weight()[sample];
            all += samples.weight()[sample];
        }
        return StrictMath.log(ones / (all - ones));
    }

    /** Which samples a tree sees. */
    private boolean[] drawn(SplittableRandom random, int size) {
        boolean[] seen = new boolean[size];
        int wanted = Math.max(1, (int) Math.round(share * size));
        for (int sample = 0, left = wanted; sample < size; sample++) {
            seen[sample] = share == 1 || random.nextInt(size - sample) < left;
            left -= seen[sample] ? 1 : 0;
        }
        return seen;
    }

    /** For each feature the samples from its lowest value up, equals as they stand. */
    private static int[][] order(double[][] rows) {
        return IntStream.range(0, rows[0].length).mapToObj(feature -> {
            double[] column = Arrays.stream(rows).mapToDouble(row -> row[feature]).toArray();
            int[] places = IntStream.range(0, rows.length).toArray();
            sort(places, new int[places.length], 0, places.length, column);
            return places;
        }).toArray(int[][]::new);
    }

    private static void sort(int[] places, int[] spare, int from, int to, double[] column) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(places, spare, from, middle, column);
        sort(places, spare, middle, to, column);
        System.arraycopy(places, from, spare, from, to - from);
        for (int at = from, left = from, right = middle; at < to; at++) {
            boolean first = right == to || left < middle && column[spare[left]] <= column[spare[right]];
            places[at] = first ? spare[left++] : spare[right++];
        }
    }
}
