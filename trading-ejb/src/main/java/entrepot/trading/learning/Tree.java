package entrepot.trading.learning;

import java.util.Arrays;

/**
 * Questions about features that lead to a value. Node 0 is the first; a child comes after its parent.
 *
 * @param feature   asked about, -1 in a leaf
 * @param threshold what is at or below it goes left
 * @param left      the node there, -1 in a leaf; the right one is the next
 * @param value     of a leaf, logarithm of odds; 0 elsewhere
 */
record Tree(int[] feature, double[] threshold, int[] left, double[] value) {

    double value(double[] row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = left[node] + (row[feature[node]] <= threshold[node] ? 0 : 1);
        }
        return value[node];
    }

    String text() {
        return "{\"feature\":" + Arrays.toString(feature) + ",\"threshold\":" + Arrays.toString(threshold) + ",\"left\":" + Arrays.toString(left)
                + ",\"value\":" + Arrays.toString(value) + "}";
    }
}
