package entrepot.trading.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights by a tree. Instruments are joined by single linkage of the distance {@code √((1 - ρ)/2)}, stand in the order of the tree, and the
 * money is shared out between the first and the second half of that order, in proportion to one over the variance of each half held by inverse
 * variances, and so on within each half.
 *
 * <p>In a join a single instrument stands before a group, a group that was made earlier before one that was made later, and of two single ones
 * that of the lower variance first, so that the order in which they were given does not matter.
 *
 * @see "López de Prado, Building Diversified Portfolios that Outperform Out of Sample, J. Portfolio Management 42(4), 2016. There the linkage is of
 *     the Euclidean distance between the columns of these distances; here it is of the distances themselves, as is common since"
 */
final class HierarchicalRiskParity {

    private final double[][] covariance;

    private HierarchicalRiskParity(double[][] covariance) {
        this.covariance = covariance;
    }

    static double[] of(double[][] covariance) {
        double[] weights = new double[covariance.length];
        Arrays.fill(weights, 1);
        HierarchicalRiskParity search = new HierarchicalRiskParity(covariance);
        search.bisect(search.order(), weights);
        return weights;
    }

    /** @param made 0 of a single instrument, else which join made it, from 1 */
    private record Group(int[] members, int made) {}

    private int[] order() {
        double[][] correlation = Covariance.correlation(covariance);
        List<Group> groups = new ArrayList<>();
        for (int at = 0; at < covariance.length; at++) {
            groups.add(new Group(new int[] {at}, 0));
        }
        for (int made = 1; groups.size() > 1; made++) {
            join(groups, correlation, made);
        }
        return groups.get(0).members();
    }

    /** The nearest two, which are those of the two most alike instruments. */
    private void join(List<Group> groups, double[][] correlation, int made) {
        int first = 0;
        int second = 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int one = 0; one < groups.size(); one++) {
            for (int other = one + 1; other < groups.size(); other++) {
                double alike = alike(groups.get(one), groups.get(other), correlation);
                if (alike > most) {
                    most = alike;
                    first = one;
                    second = other;
                }
            }
        }
        Group right = groups.remove(second);
        Group left = groups.remove(first);
        groups.add(before(left, right) ? joined(left, right, made) : joined(right, left, made));
    }

    private static double alike(Group one, Group other, double[][] correlation) {
        double most = Double.NEGATIVE_INFINITY;
        for (int left : one.members()) {
            for (int right : other.members()) {
                most = Math.max(most, correlation[left][right]);
            }
        }
        return most;
    }

    private boolean before(Group one, Group other) {
        if (one.made() != other.made()) {
            return one.made() < other.made();
        }
        return covariance[one.members()[0]][one.members()[0]] <= covariance[other.members()[0]][other.members()[0]];
    }

    private static Group joined(Group left, Group right, int made) {
        int[] members = Arrays.copyOf(left.members(), left.members().length + right.members().length);
        System.arraycopy(right.members(), 0, members, left.members().length, right.members().length);
        return new Group(members, made);
    }

    private void bisect(int[] order, double[] weights) {
        if (order.length < 2) {
            return;
        }
        int[] left = Arrays.copyOfRange(order, 0, order.length / 2);
        int[] right = Arrays.copyOfRange(order, order.length / 2, order.length);
        double ours = variance(left);
        double theirs = variance(right);
        double share = 1 - ours / (ours + theirs);
        Arrays.stream(left).forEach(at -> weights[at] *= share);
        Arrays.stream(right).forEach(at -> weights[at] *= 1 - share);
        bisect(left, weights);
        bisect(right, weights);
    }

    /** Of a group held by inverse variances. */
    private double variance(int[] group) {
        double[] weights = Construction.normed(Arrays.stream(group).mapToDouble(at -> 1 / covariance[at][at]).toArray());
        double variance = 0;
        for (int one = 0; one < group.length; one++) {
            for (int other = 0; other < group.length; other++) {
                variance += weights[one] * weights[other] * covariance[group[one]][group[other]];
            }
        }
        return variance;
    }
}
