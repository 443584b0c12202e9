package entrepot.web.tearsheet;

import entrepot.trading.tearsheet.Thinning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;

/**
 * Lines over time in a drawing of {@value #WIDTH} by {@value #HEIGHT} points, from the upper left corner.
 *
 * @param lines  one a series, in pieces where it is interrupted
 * @param levels lines across, with what they stand for; @param days the same along the floor
 */
public record Plot(List<Line> lines, List<Mark> levels, List<Mark> days) {

    public static final int WIDTH = 900;
    public static final int HEIGHT = 190;
    public static final int LEFT = 70;
    private static final int RIGHT = WIDTH - 8;
    private static final int TOP = 8;
    public static final int FLOOR = HEIGHT - 24;
    private static final int COLUMNS = 400;
    private static final int STEPS = 4;

    /** @param pieces places of the points, x and y in turn */
    public record Line(List<double[]> pieces) {

        /** As SVG has it. */
        public String path() {
            StringBuilder path = new StringBuilder();
            for (double[] piece : pieces) {
                for (int at = 0; at < piece.length; at += 2) {
                    path.append(at == 0 ? 'M' : 'L').append(piece[at]).append(' ').append(piece[at + 1]);
                }
            }
            return path.toString();
        }
    }

    public record Mark(double place, String text) {}

    /**
     * @param times  milliseconds of the epoch, rising; two or more
     * @param series as long each; what is no number interrupts the line
     * @param label  how a level is written; @param day how a time is
     */
    public static Plot of(long[] times, List<double[]> series, DoubleFunction<String> label, LongFunction<String> day) {
        Scale scale = Scale.of(series);
        List<Mark> levels = new ArrayList<>();
        for (int at = 0; at <= scale.steps(); at++) {
            levels.add(new Mark(scale.y(scale.value(at)), label.apply(scale.value(at))));
        }
        List<Mark> days = new ArrayList<>();
        for (int at = 0; at <= STEPS; at++) {
            long time = times[0] + (times[times.length - 1] - times[0]) * at / STEPS;
            days.add(new Mark(x(times, time), day.apply(time)));
        }
        return new Plot(series.stream().map(values -> line(times, values, scale)).toList(), levels, days);
    }

    private static Line line(long[] times, double[] values, Scale scale) {
        List<double[]> pieces = new ArrayList<>();
        List<Double> piece = new ArrayList<>();
        for (int at : Thinning.keep(values, COLUMNS)) {
            if (Double.isFinite(values[at])) {
                piece.add(x(times, times[at]));
                piece.add(scale.y(values[at]));
            } else {
                end(piece, pieces);
            }
        }
        end(piece, pieces);
        return new Line(pieces);
    }

    private static void end(List<Double> piece, List<double[]> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(piece.stream().mapToDouble(Double::doubleValue).toArray());
            piece.clear();
        }
    }

    private static double x(long[] times, long time) {
        return round(LEFT + (double) (time - times[0]) / (times[times.length - 1] - times[0]) * (RIGHT - LEFT));
    }

    private static double round(double place) {
        return BigDecimal.valueOf(place).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }

    /** Where values stand. @param low a whole number of steps, in {@code step}; of a decimal step, so that labels are short */
    private record Scale(long low, int steps, BigDecimal step) {
        static Scale of(List<double[]> series) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double[] values : series) {
                for (double value : values) {
                    least = Double.isFinite(value) ? Math.min(least, value) : least;
                    most = Double.isFinite(value) ? Math.max(most, value) : most;
                }
            }
            if (!(least < most)) {
                double only = Double.isInfinite(least) ? 0 : least;
                least = Math.min(0, only);
                most = only > 0 ? only : least + 1;
            }
            BigDecimal step = step((most - least) / STEPS);
            long low = (long) Math.floor(least / step.doubleValue());
            long high = (long) Math.ceil(most / step.doubleValue());
            return new Scale(low, (int) (high - low), step);
        }

        /** The next of 1, 2, 2.5, 5 times a power of ten. */
        private static BigDecimal step(double least) {
            BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
            for (String factor : List.of("1", "2", "2.5", "5")) {
                BigDecimal step = unit.multiply(new BigDecimal(factor));
                if (step.doubleValue() >= least) {
                    return step;
                }
            }
            return unit.scaleByPowerOfTen(1);
        }

        double value(int at) {
            return step.multiply(BigDecimal.valueOf(low + at)).doubleValue();
        }

        double y(double value) {
            double share = (value / step.doubleValue() - low) / steps;
            return round(FLOOR - share * (FLOOR - TOP));
        }
    }
}
