package entrepot.web.page;

import entrepot.inventory.stock.server.DemandReport;
import entrepot.web.language.Language;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Places of bars, lines and labels in a drawing of {@value #WIDTH} by {@value #HEIGHT} points. The last bar is of a week
 * that is not over and is drawn hollow.
 */
public record BarChart(List<Bar> bars, List<Line> lines, List<Label> labels) {

    public static final int WIDTH = 900;
    public static final int HEIGHT = 180;
    private static final int LEFT = 56;
    private static final int TOP = 8;
    private static final int FLOOR = HEIGHT - 22;
    private static final int STEPS = 4;

    /** @param tip what it stands for, in words */
    public record Bar(double x, double y, double width, double height, boolean unfinished, String tip) {}

    public record Line(double y, String label) {}

    public record Label(double x, String text) {}

    static BarChart ofWeeks(List<DemandReport.Week> weeks, Language language) {
        BigDecimal most = weeks.stream().map(week -> week.quantity().decimal()).reduce(BigDecimal.ZERO, BigDecimal::max);
        double top = roundUp(most).doubleValue();
        double slot = (double) (WIDTH - LEFT) / weeks.size();
        List<Bar> bars = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (int week = 0; week < weeks.size(); week++) {
            DemandReport.Week sold = weeks.get(week);
            double height = sold.quantity().decimal().doubleValue() / top * (FLOOR - TOP);
            double x = LEFT + slot * week;
            bars.add(new Bar(round(x + slot * .12), round(FLOOR - height), round(slot * .76), round(height),
                    week == weeks.size() - 1, tip(sold, language)));
            if (week == 0 || sold.monday().getDayOfMonth() <= 7) {
                labels.add(new Label(round(x + slot * .12), month(sold, week == 0, language)));
            }
        }
        return new BarChart(bars, grid(top, language), spread(labels));
    }

    private static String tip(DemandReport.Week sold, Language language) {
        return language.day().format(sold.monday()) + ": " + number(language).format(sold.quantity().decimal());
    }

    private static DecimalFormat number(Language language) {
        return new DecimalFormat("#,##0.######", language.symbols());
    }

    private static List<Line> grid(double top, Language language) {
        List<Line> lines = new ArrayList<>();
        DecimalFormat number = number(language);
        for (int step = 0; step <= STEPS; step++) {
            lines.add(new Line(round(FLOOR - (double) (FLOOR - TOP) * step / STEPS), number.format(top * step / STEPS)));
        }
        return lines;
    }

    /** The next number that divides by four into round parts: 1, 2, 4, 8, 10, 12, 16, 20 … times a power of ten. */
    static BigDecimal roundUp(BigDecimal most) {
        if (most.signum() == 0) {
            return BigDecimal.valueOf(STEPS);
        }
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(most.precision() - most.scale() - 1);
        for (String factor : List.of("1", "1.2", "1.6", "2", "2.4", "3.2", "4", "6", "8", "10")) {
            BigDecimal top = unit.multiply(new BigDecimal(factor), MathContext.DECIMAL64);
            if (top.compareTo(most) >= 0) {
                return top;
            }
        }
        return unit.scaleByPowerOfTen(1);
    }

    private static String month(DemandReport.Week week, boolean first, Language language) {
        String name = week.monday().getMonth().getDisplayName(TextStyle.SHORT, language.locale());
        return first || week.monday().getMonthValue() == 1 ? name + " " + week.monday().getYear() : name;
    }

    /** Without those that would stand on the one before. */
    private static List<Label> spread(List<Label> labels) {
        List<Label> spread = new ArrayList<>();
        for (Label label : labels) {
            if (spread.isEmpty() || label.x() - spread.get(spread.size() - 1).x() > 56) {
                spread.add(label);
            }
        }
        return spread;
    }

    static double round(double place) {
        return BigDecimal.valueOf(place).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
