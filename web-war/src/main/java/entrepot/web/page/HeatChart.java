package entrepot.web.page;

import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.HeatMap;
import entrepot.trading.sweep.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A heat map in a drawing of {@value #WIDTH} points across. Each field has a level from 0 to {@value #TOP}, which is its colour and its
 * lightness too, and tells its figures itself.
 *
 * @param fields those that say something
 * @param chosen the field of the chosen cell, or null
 */
public record HeatChart(int height, List<Field> fields, Field chosen, List<Label> labels, List<Step> legend) {

    public static final int WIDTH = 900;
    private static final int TOP = 8;
    private static final int LEFT = 70;
    private static final int FLOOR = 22;
    private static final int PLOT = 400;
    private static final int TALLEST = 28;
    private static final int LABELS = 9;

    public record Field(double x, double y, double width, double height, int level, String tip) {}

    public record Label(double x, double y, String anchor, String text) {}

    /** A colour of the legend and the values that have it. */
    public record Step(int level, String text) {}

    /** How a field tells its figures: values of the axes, mean, number of cells. */
    interface Tip {
        String of(String across, String up, double mean, int cells);
    }

    /** How an axis is called and a value of it is written. */
    interface Words {
        String name(Axis axis);

        String value(Axis axis, double value);
    }

    /** @param chosen its place, or -1; @param figure how a value is written */
    static HeatChart of(Space space, HeatMap map, long chosen, Words words, DoubleFunction<String> figure, Tip tip) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double mean : map.means()) {
            least = Double.isNaN(mean) ? least : Math.min(least, mean);
            most = Double.isNaN(mean) ? most : Math.max(most, mean);
        }
        Grid grid = new Grid(space, map, words);
        List<Field> fields = new ArrayList<>();
        for (int at = 0; at < map.means().length; at++) {
            if (map.cells()[at] > 0) {
                fields.add(grid.field(at, level(map.means()[at], least, most),
                        tip.of(grid.across(at % map.columns()), grid.up(at / map.columns()), map.means()[at], map.cells()[at])));
            }
        }
        return new HeatChart((int) (grid.bottom() + FLOOR), fields, chosen < 0 ? null : grid.field(grid.at(chosen), 0, ""), grid.labels(),
                fields.isEmpty() ? List.of() : legend(least, most, figure));
    }

    private static int level(double value, double least, double most) {
        return most > least ? (int) Math.round((value - least) / (most - least) * TOP) : TOP;
    }

    private static List<Step> legend(double least, double most, DoubleFunction<String> figure) {
        List<Step> legend = new ArrayList<>();
        for (int level = most > least ? 0 : TOP; level <= TOP; level++) {
            legend.add(new Step(level, figure.apply(most > least ? least + (most - least) * level / TOP : most)));
        }
        return legend;
    }

    /** Where fields stand. */
    private record Grid(Space space, HeatMap map, Words words) {
        double width() {
            return (double) (WIDTH - LEFT) / map.columns();
        }

        double height() {
            return Math.min(TALLEST, (double) PLOT / map.rows());
        }

        double bottom() {
            return 4 + height() * map.rows();
        }

        Field field(int at, int level, String tip) {
            return new Field(BarChart.round(LEFT + at % map.columns() * width()), BarChart.round(bottom() - (at / map.columns() + 1) * height()),
                    BarChart.round(width()), BarChart.round(height()), level, tip);
        }

        int at(long place) {
            return field(place, map.up(), map.rows()) * map.columns() + field(place, map.across(), map.columns());
        }

        private int field(long place, int axis, int fields) {
            return axis < 0 ? 0 : (int) ((long) space.index(place, axis) * fields / space.count(axis));
        }

        String across(int column) {
            return range(map.across(), map.columns(), column);
        }

        String up(int row) {
            return map.up() < 0 ? "" : range(map.up(), map.rows(), row);
        }

        private String range(int number, int fields, int field) {
            Axis axis = space.axes().get(number);
            String from = words.value(axis, HeatMap.from(axis, fields, field));
            String to = words.value(axis, HeatMap.to(axis, fields, field));
            return words.name(axis) + " " + (from.equals(to) ? from : from + "–" + to);
        }

        List<Label> labels() {
            List<Label> labels = new ArrayList<>();
            for (int column = 0; column < map.columns(); column += apart(map.columns())) {
                labels.add(new Label(BarChart.round(LEFT + (column + 0.5) * width()), bottom() + 16, "middle", begin(map.across(), map.columns(), column)));
            }
            for (int row = 0; map.up() >= 0 && row < map.rows(); row += apart(map.rows())) {
                labels.add(new Label(LEFT - 6, BarChart.round(bottom() - (row + 0.5) * height() + 4), "end", begin(map.up(), map.rows(), row)));
            }
            return labels;
        }

        private static int apart(int fields) {
            return (fields + LABELS - 1) / LABELS;
        }

        private String begin(int axis, int fields, int field) {
            return words.value(space.axes().get(axis), HeatMap.from(space.axes().get(axis), fields, field));
        }
    }
}
