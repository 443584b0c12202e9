package entrepot.trading.learning;

import entrepot.trading.market.Bars;
import java.util.List;

/**
 * Features by bar. What stands at a bar is known at its close: {@link #knownAt}.
 *
 * @param names   one a column
 * @param rows    by bar, then feature
 * @param knownAt when each row is known, milliseconds of the epoch, UTC
 */
public record FeatureTable(List<String> names, double[][] rows, long[] knownAt) {

    public static FeatureTable of(Bars bars, List<Feature> features) {
        double[][] rows = new double[bars.size()][features.size()];
        for (int feature = 0; feature < features.size(); feature++) {
            double[] column = features.get(feature).of(bars);
            for (int bar = 0; bar < rows.length; bar++) {
                rows[bar][feature] = column[bar];
            }
        }
        return new FeatureTable(features.stream().map(Feature::name).toList(), rows, bars.times());
    }

    public int size() {
        return rows.length;
    }

    /** Whether all features have a value there. */
    public boolean isKnown(int bar) {
        for (double value : rows[bar]) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
