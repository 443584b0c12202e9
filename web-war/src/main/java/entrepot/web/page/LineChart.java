package entrepot.web.page;

import entrepot.web.language.Language;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines over the last minutes in a drawing of {@value #WIDTH} by {@value #HEIGHT} points, the newest at the right.
 *
 * @param paths one a line, as SVG has them
 */
public record LineChart(List<String> paths, List<Line> lines, List<Label> labels) {

    public static final int WIDTH = 900;
    public static final int HEIGHT = 180;
    private static final int LEFT = 56;
    private static final int TOP = 8;
    private static final int FLOOR = HEIGHT - 22;
    private static final int STEPS = 4;

    public record Line(double y, String label) {}

    public record Label(double x, String text) {}

    /** @param series of the same length, the oldest first; @param slots places from left to right; @param minutes that these are */
    static LineChart of(List<List<Double>> series, int slots, int minutes, Language language) {
        double most = series.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).max().orElse(0);
        double top = BarChart.roundUp(BigDecimal.valueOf(Math.max(most, STEPS))).doubleValue();
        List<String> paths = series.stream().map(values -> path(values, slots, top)).toList();
        List<Line> lines = new ArrayList<>();
        DecimalFormat number = new DecimalFormat("#,##0.##", language.symbols());
        for (int step = 0; step <= STEPS; step++) {
            lines.add(new Line(y(top * step / STEPS, top), number.format(top * step / STEPS)));
        }
        List<Label> labels = new ArrayList<>();
        for (int ago = minutes; ago >= 0; ago--) {
            labels.add(new Label(Math.min(BarChart.round(x(slots - 1 - (double) ago * (slots - 1) / minutes, slots)), WIDTH - 12), ago == 0 ? "0" : "−" + ago + " min"));
        }
        return new LineChart(paths, lines, labels);
    }

    private static String path(List<Double> values, int slots, double top) {
        StringBuilder path = new StringBuilder();
        for (int place = 0; place < values.size(); place++) {
            path.append(place == 0 ? "M" : "L").append(BarChart.round(x(slots - values.size() + place, slots))).append(' ').append(y(values.get(place), top));
        }
        return path.toString();
    }

    private static double x(double slot, int slots) {
        return LEFT + (WIDTH - LEFT) * slot / (slots - 1);
    }

    private static double y(double value, double top) {
        return BarChart.round(FLOOR - value / top * (FLOOR - TOP));
    }
}
