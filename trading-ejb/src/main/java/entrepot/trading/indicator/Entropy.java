package entrepot.trading.indicator;

/**
 * Shannon entropy of the orders in which {@code order} values in a row stand, over the last n such patterns, by that of equally
 * frequent ones: 0 where they always stand in the same order, 1 where each order is as frequent. Of equal values the earlier
 * counts as the smaller; a flat window has 0. First at bar {@code n + order - 2}; O(order!) a bar.
 *
 * @see "Bandt and Pompe, Permutation Entropy: A Natural Complexity Measure for Time Series, Physical Review Letters 88, 2002"
 */
final class Entropy implements Filter {

    private final Window values;
    private final Window patterns;
    private final int[] counts;

    Entropy(Settings settings) {
        int order = settings.whole("order");
        int orders = 1;
        for (int factor = 2; factor <= order; factor++) {
            orders *= factor;
        }
        values = new Window(order);
        patterns = new Window(settings.whole("n"));
        counts = new int[orders];
    }

    @Override
    public double next(double value) {
        values.add(value);
        if (!values.isFull()) {
            return Double.NaN;
        }
        int pattern = pattern();
        double left = patterns.add(pattern);
        counts[pattern]++;
        if (!Double.isNaN(left)) {
            counts[(int) left]--;
        }
        return patterns.isFull() ? entropy() : Double.NaN;
    }

    /** Number of the order: each value by how many of those after it are smaller, in the factorial number system. */
    private int pattern() {
        int number = 0;
        for (int ago = values.length() - 1; ago >= 0; ago--) {
            int smaller = 0;
            for (int later = ago - 1; later >= 0; later--) {
                smaller += values.ago(later) < values.ago(ago) ? 1 : 0;
            }
            number = number * (ago + 1) + smaller;
        }
        return number;
    }

    private double entropy() {
        double sum = 0;
        for (int count : counts) {
            double share = (double) count / patterns.length();
            sum -= count == 0 ? 0 : share * Math.log(share);
        }
        return sum / Math.log(counts.length);
    }
}
