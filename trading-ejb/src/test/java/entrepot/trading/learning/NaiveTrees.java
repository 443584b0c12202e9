package entrepot.trading.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Boosted trees as they read: each node sorts its own samples again for every feature and tries every cut. */
public final class NaiveTrees {

    private final double[][] rows;
    private final int fewest;
    private final double rate;
    private final double start;
    private final List<Node> trees = new ArrayList<>();
    private double[] g;
    private double[] h;

    /** A leaf where {@code below} is null. */
    private record Node(int feature, double threshold, Node below, Node above, double value) {
        private double of(double[] row) {
            return below == null ? value : (row[feature] <= threshold ? below : above).of(row);
        }
    }

    public NaiveTrees(double[][] rows, int[] label, double[] weight, int depth, int count, double rate, double share, long seed) {
        this.rows = rows;
        this.rate = rate;
        this.fewest = Math.max(5, rows.length / 100);
        double ones = 0;
        double all = 0;
        for (int at = 0; at < label.length; at++) {
            ones += label[at] * weight[at];
            all += weight[at];
        }
        start = StrictMath.log(ones / (all - ones));
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < count; round++) {
            g = new double[label.length];
            h = new double[label.length];
            for (int at = 0; at < label.length; at++) {
                double p = probability(rows[at]);
                g[at] = weight[at] * (p - label[at]);
                h[at] = weight[at] * p * (1 - p);
            }
            trees.add(grown(drawn(random, share), depth));
        }
    }

    public double probability(double[] row) {
        double score = start;
        for (Node tree : trees) {
            score += tree.of(row);
        }
        return 1 / (1 + StrictMath.exp(-score));
    }

    private List<Integer> drawn(SplittableRandom random, double share) {
        List<Integer> seen = new ArrayList<>();
        long wanted = Math.max(1, Math.round(share * rows.length));
        for (int at = 0; at < rows.length; at++) {
            if (share == 1 || random.nextInt(rows.length - at) < wanted - seen.size()) {
                seen.add(at);
            }
        }
        return seen;
    }

    private Node grown(List<Integer> here, int depth) {
        double allG = sum(here, g);
        double allH = sum(here, h);
        double best = 1e-9;
        int feature = -1;
        double threshold = 0;
        for (int by = 0; by < rows[0].length && depth > 0; by++) {
            int column = by;
            List<Integer> sorted = here.stream().sorted(Comparator.comparingDouble(at -> rows[at][column])).toList();
            for (int cut = fewest; cut <= sorted.size() - fewest; cut++) {
                double low = rows[sorted.get(cut - 1)][by];
                double high = rows[sorted.get(cut)][by];
                double leftG = sum(sorted.subList(0, cut), g);
                double leftH = sum(sorted.subList(0, cut), h);
                double gain = leftG * leftG / (leftH + 1) + (allG - leftG) * (allG - leftG) / (allH - leftH + 1) - allG * allG / (allH + 1);
                if (high > low && gain > best) {
                    best = gain;
                    feature = by;
                    double middle = low + (high - low) / 2;
                    threshold = middle < high ? middle : low;
                }
            }
        }
        if (feature < 0) {
            return new Node(-1, 0, null, null, -rate * Math.max(-3, Math.min(3, allG / (allH + 1))));
        }
        int asked = feature;
        double at = threshold;
        return new Node(feature, threshold, grown(here.stream().filter(sample -> rows[sample][asked] <= at).toList(), depth - 1),
                grown(here.stream().filter(sample -> rows[sample][asked] > at).toList(), depth - 1), 0);
    }

    private static double sum(List<Integer> places, double[] values) {
        double sum = 0;
        for (int at : places) {
            sum += values[at];
        }
        return sum;
    }

    /** Samples with features that are often equal. */
    static Samples samples(long seed, int size, int width) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = IntStream.range(0, size).mapToObj(at -> IntStream.range(0, width)
                .mapToDouble(feature -> feature % 2 == 0 ? random.nextInt(6) : random.nextGaussian()).toArray()).toArray(double[][]::new);
        int[] label = IntStream.range(0, size).map(at -> at < 2 ? at : rows[at][0] + random.nextGaussian() * 3 > 2.5 ? 1 : 0).toArray();
        return new Samples(rows, label, IntStream.range(0, size).mapToDouble(at -> 0.5 + random.nextDouble()).toArray());
    }
}
