package entrepot.trading.learning;

import java.util.Arrays;

/**
 * What a model is fitted to.
 *
 * @param rows   by sample, then feature
 * @param label  1 or 0
 * @param weight above 0
 */
public record Samples(double[][] rows, int[] label, double[] weight) {

    /** Weighted by how unique the labels are, together as much as there are. */
    static Samples of(FeatureTable features, Labels labels) {
        double[] weight = labels.uniqueness();
        double scale = weight.length / Arrays.stream(weight).sum();
        return new Samples(Arrays.stream(labels.event()).mapToObj(bar -> features.rows()[bar]).toArray(double[][]::new), labels.label(),
                Arrays.stream(weight).map(one -> one * scale).toArray());
    }

    public int size() {
        return label.length;
    }

    Samples take(int[] places) {
        return new Samples(Arrays.stream(places).mapToObj(at -> rows[at]).toArray(double[][]::new),
                Arrays.stream(places).map(at -> label[at]).toArray(), Arrays.stream(places).mapToDouble(at -> weight[at]).toArray());
    }

    /** Share of labels that are 1. */
    double base() {
        return Arrays.stream(label).average().orElse(Double.NaN);
    }

    /** Whether both labels are there. */
    boolean isMixed() {
        return Arrays.stream(label).anyMatch(one -> one == 1) && Arrays.stream(label).anyMatch(one -> one == 0);
    }
}
