package entrepot.trading.learning;

import java.util.Arrays;

/** Grows one tree after the other over the same samples, level by level: each level reads every feature once in its order. */
final class TreeGrower {

    private final Samples samples;
    private final int[][] order;
    private final int depth;
    private final int fewest;
    private final double rate;
    private final double[] gradient;
    private final double[] curvature;
    private final int[] node;

    // Of each node
    private final int[] feature;
    private final double[] threshold;
    private final int[] left;
    private final double[] value;
    private final double[] sumGradient;
    private final double[] sumCurvature;
    private final int[] count;
    private final double[] best;

    /** @param order for each feature the samples from its lowest value up */
    TreeGrower(Samples samples, int[][] order, int depth, int fewest, double rate) {
        this.samples = samples;
        this.order = order;
        this.depth = depth;
        this.fewest = fewest;
        this.rate = rate;
        gradient = new double[samples.size()];
        curvature = new double[samples.size()];
        node = new int[samples.size()];
        int nodes = (2 << depth) - 1;
        feature = new int[nodes];
        threshold = new double[nodes];
        left = new int[nodes];
        value = new double[nodes];
        sumGradient = new double[nodes];
        sumCurvature = new double[nodes];
        count = new int[nodes];
        best = new double[nodes];
    }

    /** @param score logarithm of odds so far; @param seen which samples it is grown on */
    Tree grow(double[] score, boolean[] seen) {
        for (int sample = 0; sample < score.length; sample++) {
            double p = Model.ofOdds(score[sample]);
            gradient[sample] = samples.weight()[sample] * (p - samples.label()[sample]);
            curvature[sample] = samples.weight()[sample] * p * (1 - p);
            node[sample] = seen[sample] ? 0 : -1;
        }
        int from = 0;
        int to = 1;
        sum(0, 1);
        for (int level = 0; level < depth && from < to; level++) {
            for (int at = 0; at < order.length; at++) {
                look(at, from, to);
            }
            int next = split(from, to);
            from = to;
            to = next;
            sum(from, to);
        }
        return new Tree(Arrays.copyOf(feature, to), Arrays.copyOf(threshold, to), Arrays.copyOf(left, to), Arrays.copyOf(value, to));
    }

    /** Begins nodes as leaves with what their samples add up to. */
    private void sum(int from, int to) {
        for (int at = from; at < to; at++) {
            feature[at] = -1;
            left[at] = -1;
            threshold[at] = 0;
            sumGradient[at] = 0;
            sumCurvature[at] = 0;
            count[at] = 0;
            best[at] = BoostedTrees.LEAST_GAIN;
        }
        for (int sample = 0; sample < node.length; sample++) {
            int at = node[sample];
            if (at >= from) {
                sumGradient[at] += gradient[sample];
                sumCurvature[at] += curvature[sample];
                count[at]++;
            }
        }
        for (int at = from; at < to; at++) {
            double step = sumGradient[at] / (sumCurvature[at] + BoostedTrees.RIDGE);
            value[at] = -rate * Math.max(-BoostedTrees.MOST, Math.min(BoostedTrees.MOST, step));
        }
    }

    /** For a better split of the nodes of a level. */
    private void look(int by, int from, int to) {
        int width = to - from;
        double[] leftGradient = new double[width];
        double[] leftCurvature = new double[width];
        int[] leftCount = new int[width];
        double[] last = new double[width];
        for (int sample : order[by]) {
            int at = node[sample];
            if (at < from) {
                continue;
            }
            int place = at - from;
            double here = samples.rows()[sample][by];
            if (leftCount[place] >= fewest && count[at] - leftCount[place] >= fewest && here > last[place]) {
                double gain = gain(leftGradient[place], leftCurvature[place], sumGradient[at], sumCurvature[at]);
                if (gain > best[at]) {
                    best[at] = gain;
                    feature[at] = by;
                    threshold[at] = between(last[place], here);
                }
            }
            leftGradient[place] += gradient[sample];
            leftCurvature[place] += curvature[sample];
            leftCount[place]++;
            last[place] = here;
        }
    }

    static double gain(double g, double h, double allG, double allH) {
        double otherG = allG - g;
        double otherH = allH - h;
        return g * g / (h + BoostedTrees.RIDGE) + otherG * otherG / (otherH + BoostedTrees.RIDGE) - allG * allG / (allH + BoostedTrees.RIDGE);
    }

    /** The middle, or the lower where no number is between. */
    static double between(double low, double high) {
        double middle = low + (high - low) / 2;
        return middle < high ? middle : low;
    }

    /** @return one past the last child */
    private int split(int from, int to) {
        int next = to;
        for (int at = from; at < to; at++) {
            if (feature[at] >= 0) {
                left[at] = next;
                value[at] = 0;
                next += 2;
            }
        }
        for (int sample = 0; sample < node.length; sample++) {
            int at = node[sample];
            if (at >= from) {
                boolean leaf = feature[at] < 0;
                node[sample] = leaf ? -1 : left[at] + (samples.rows()[sample][feature[at]] <= threshold[at] ? 0 : 1);
            }
        }
        return next;
    }
}
