package entrepot.web.api;

import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.HeatMap;
import entrepot.trading.sweep.Measure;
import entrepot.trading.sweep.Summary;
import entrepot.trading.sweep.server.SweepView;
import java.util.ArrayList;
import java.util.List;

/**
 * A heat map in plain numbers.
 *
 * @param y      absent of one axis
 * @param values row by row, in the order of {@code ys}; null where no cell says anything. Mean over the cells of a field
 * @param cells  how many each is the mean of
 */
record SweepHeatMap(String measure, String x, String y, List<Field> xs, List<Field> ys, List<Double[]> values, List<int[]> cells) {

    /** Values of an axis that share a column or row. @param words the same of a choice, whose values are numbers from 0; absent of numbers */
    record Field(double from, double to, List<String> words) {
        static Field of(Axis axis, int count, int field) {
            double from = HeatMap.from(axis, count, field);
            double to = HeatMap.to(axis, count, field);
            return new Field(from, to, axis.hasWords() ? axis.choices().subList((int) from, (int) to + 1) : null);
        }
    }

    static SweepHeatMap of(SweepView view, Measure measure, HeatMap map) {
        List<Axis> axes = view.sweep().axes();
        double factor = factor(view.result().summary(), measure);
        List<Double[]> values = new ArrayList<>();
        List<int[]> cells = new ArrayList<>();
        for (int row = 0; row < map.rows(); row++) {
            Double[] line = new Double[map.columns()];
            int[] counts = new int[map.columns()];
            for (int column = 0; column < map.columns(); column++) {
                int field = row * map.columns() + column;
                line[column] = map.cells()[field] == 0 ? null : map.means()[field] * factor;
                counts[column] = map.cells()[field];
            }
            values.add(line);
            cells.add(counts);
        }
        return new SweepHeatMap(measure.name(), axes.get(map.across()).name(), map.up() < 0 ? null : axes.get(map.up()).name(),
                fields(axes, map.across(), map.columns()), fields(axes, map.up(), map.rows()), values, cells);
    }

    /** Brings a Sharpe ratio of one bar to a year. */
    static double factor(Summary summary, Measure measure) {
        return !measure.isSharpe() ? 1 : Math.sqrt(measure.isInSample() ? summary.inSampleBarsPerYear() : summary.outOfSampleBarsPerYear());
    }

    private static List<Field> fields(List<Axis> axes, int axis, int count) {
        List<Field> fields = new ArrayList<>();
        for (int field = 0; axis >= 0 && field < count; field++) {
            fields.add(Field.of(axes.get(axis), count, field));
        }
        return fields;
    }
}
