package entrepot.trading.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The same straight from the papers, with lists and without a thought for time. */
public final class NaiveWeights {

    private NaiveWeights() {}

    /** @param less 1 for a sample, 0 for a population */
    public static double[][] covariance(double[][] returns, int less) {
        double[][] covariance = new double[returns.length][returns.length];
        for (int one = 0; one < returns.length; one++) {
            for (int other = 0; other < returns.length; other++) {
                double sum = 0;
                for (int at = 0; at < returns[one].length; at++) {
                    sum += (returns[one][at] - mean(returns[one])) * (returns[other][at] - mean(returns[other]));
                }
                covariance[one][other] = sum / (returns[one].length - less);
            }
        }
        return covariance;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double variance(double[] weights, double[][] covariance) {
        double sum = 0;
        for (int one = 0; one < weights.length; one++) {
            sum += weights[one] * slope(weights, covariance, one);
        }
        return sum;
    }

    static double slope(double[] weights, double[][] covariance, int of) {
        double sum = 0;
        for (int other = 0; other < weights.length; other++) {
            sum += weights[other] * covariance[of][other];
        }
        return sum;
    }

    /** A cluster of the tree; a leaf has no parts. */
    private record Node(int leaf, int made, Node left, Node right) {
        List<Integer> leaves() {
            if (left == null) {
                return List.of(leaf);
            }
            List<Integer> leaves = new ArrayList<>(left.leaves());
            leaves.addAll(right.leaves());
            return leaves;
        }
    }

    static double[] tree(double[][] covariance) {
        List<Node> nodes = new ArrayList<>();
        for (int at = 0; at < covariance.length; at++) {
            nodes.add(new Node(at, 0, null, null));
        }
        for (int made = 1; nodes.size() > 1; made++) {
            Node first = null;
            Node second = null;
            for (Node one : nodes) {
                for (Node other : nodes) {
                    if (one != other && (first == null || distance(one, other, covariance) < distance(first, second, covariance))) {
                        first = one;
                        second = other;
                    }
                }
            }
            List<Node> two = new ArrayList<>(List.of(first, second));
            two.sort(Comparator.comparingInt(Node::made).thenComparingDouble(node -> node.made() > 0 ? 0 : covariance[node.leaf()][node.leaf()]));
            nodes.removeAll(two);
            nodes.add(new Node(-1, made, two.get(0), two.get(1)));
        }
        double[] weights = new double[covariance.length];
        share(nodes.get(0).leaves(), 1, weights, covariance);
        return weights;
    }

    private static double distance(Node one, Node other, double[][] covariance) {
        double least = Double.POSITIVE_INFINITY;
        for (int left : one.leaves()) {
            for (int right : other.leaves()) {
                double correlation = covariance[left][right] / Math.sqrt(covariance[left][left] * covariance[right][right]);
                least = Math.min(least, Math.sqrt(Math.max(0, (1 - correlation) / 2)));
            }
        }
        return least;
    }

    private static void share(List<Integer> leaves, double money, double[] weights, double[][] covariance) {
        if (leaves.size() == 1) {
            weights[leaves.get(0)] = money;
            return;
        }
        List<Integer> left = leaves.subList(0, leaves.size() / 2);
        List<Integer> right = leaves.subList(leaves.size() / 2, leaves.size());
        double ours = groupVariance(left, covariance);
        double theirs = groupVariance(right, covariance);
        share(left, money * theirs / (ours + theirs), weights, covariance);
        share(right, money * ours / (ours + theirs), weights, covariance);
    }

    private static double groupVariance(List<Integer> group, double[][] covariance) {
        double whole = 0;
        double inverse = 0;
        for (int one : group) {
            inverse += 1 / covariance[one][one];
            for (int other : group) {
                whole += covariance[one][other] / covariance[one][one] / covariance[other][other];
            }
        }
        return whole / inverse / inverse;
    }
}
