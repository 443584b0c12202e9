package entrepot.web.page;

import entrepot.trading.backtest.Stretch;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Believed;
import entrepot.trading.sweep.Compared;
import entrepot.trading.sweep.Best;
import entrepot.trading.sweep.Measure;
import entrepot.trading.sweep.Space;
import entrepot.trading.sweep.Summary;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.WalkForward;
import entrepot.trading.sweep.server.SweepView;
import entrepot.web.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words and figures what came of a sweep. Sharpe ratios are a year's. */
@Named("sweepWords")
@ApplicationScoped
public class SweepWords {

    private static final MathContext DIGITS = new MathContext(4);

    @Inject
    private Show show;

    @Inject
    private Statistic statistic;

    String word(String key) {
        return Language.here().words().getString("sweep." + key);
    }

    /** What was tried, in short. */
    public String axes(Sweep sweep) {
        return sweep.axes().stream()
                .map(axis -> axis.hasWords() ? say("axis.words", axis.name(), String.join(", ", axis.choices()))
                        : say("axis", name(sweep, axis), value(sweep, axis, axis.least()), value(sweep, axis, axis.most()), value(sweep, axis, axis.step())))
                .collect(Collectors.joining("; "));
    }

    /** In percent where it tries a share of orders, as {@link #value}. */
    public String name(Sweep sweep, Axis axis) {
        return sweep.isOrder(axis) ? show.word("sweep.orders", axis.name()) : axis.name();
    }

    public String value(Sweep sweep, Axis axis, double value) {
        return axis.hasWords() ? axis.label(value) : BacktestPage.number(sweep.isOrder(axis) ? 100 * value : value);
    }

    HeatChart.Words words(Sweep sweep) {
        return new HeatChart.Words() {
            @Override
            public String name(Axis axis) {
                return SweepWords.this.name(sweep, axis);
            }

            @Override
            public String value(Axis axis, double value) {
                return SweepWords.this.value(sweep, axis, value);
            }
        };
    }

    public String search(Sweep sweep) {
        return sweep.search().isGrid() ? say("search.all", sweep.space().cells())
                : say("search.drawn", sweep.search().draws(), sweep.space().cells(), Long.toString(sweep.search().seed()));
    }

    /** What it is of: the instrument, or those of a portfolio. */
    public String of(Sweep sweep) {
        return String.join(", ", sweep.symbols()) + (sweep.base() == null || sweep.base().bars().isDaily() ? "" : " " + sweep.base().bars().every());
    }

    public List<Axis> heads(SweepView view) {
        return view.sweep().axes();
    }

    public List<String> parameters(SweepView view, Best.Cell cell) {
        Space space = view.sweep().space();
        List<String> values = new ArrayList<>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            values.add(value(view.sweep(), space.axes().get(axis), space.value(cell.place(), axis)));
        }
        return values;
    }

    /** In one line: fast 20, slow 100. */
    public String cell(SweepView view, Best.Cell cell) {
        List<String> values = parameters(view, cell);
        List<String> parts = new ArrayList<>();
        for (int axis = 0; axis < values.size(); axis++) {
            parts.add(name(view.sweep(), view.sweep().axes().get(axis)) + " " + values.get(axis));
        }
        return String.join(", ", parts);
    }

    public String sharpe(SweepView view, Stretch found, boolean inSample) {
        Summary summary = view.result().summary();
        return number(found.sharpe() * Math.sqrt(inSample ? summary.inSampleBarsPerYear() : summary.outOfSampleBarsPerYear()));
    }

    /** How a value of a heat map is written. */
    public String figure(SweepView view, Measure measure, double value) {
        Summary summary = view.result().summary();
        return switch (measure) {
            case IN_SHARPE -> number(value * Math.sqrt(summary.inSampleBarsPerYear()));
            case OUT_SHARPE -> number(value * Math.sqrt(summary.outOfSampleBarsPerYear()));
            case IN_TRADES, OUT_TRADES -> number(value);
            default -> statistic.share(value);
        };
    }

    String tip(SweepView view, Measure measure, String across, String up, double mean, int cells) {
        return say("tip", up.isEmpty() ? across : across + ", " + up, figure(view, measure, mean), cells);
    }

    /** What to think of the chosen cell. */
    public String verdict(SweepView view) {
        Summary summary = view.result().summary();
        if (summary.best().isEmpty()) {
            return say("verdict.none", summary.cells());
        }
        Believed found = view.believed();
        double year = Math.sqrt(summary.inSampleBarsPerYear());
        return say("verdict", cell(view, summary.best().get(0)), view.trials().count(), number(view.trials().effective()),
                number(found.luck() * year), number(summary.best().get(0).inSample().sharpe() * year), statistic.share(found.deflated()));
    }

    public List<String> warnings(SweepView view) {
        Summary summary = view.result().summary();
        if (summary.best().isEmpty()) {
            return List.of();
        }
        Believed found = view.believed();
        Best.Cell chosen = summary.best().get(0);
        double year = Math.sqrt(summary.inSampleBarsPerYear());
        return found.warnings().stream().map(warning -> say("warning." + warning, statistic.share(found.deflated()), chosen.inSample().trades(),
                number(summary.stability().median() * year), number(chosen.inSample().sharpe() * year),
                statistic.share(chosen.outOfSample().netReturn()), statistic.share(summary.compared() == null ? Double.NaN : summary.compared().overfitting()))).toList();
    }

    /** A figure with what it means. */
    public record Line(String key, String value) {}

    public List<Line> lines(SweepView view) {
        Summary summary = view.result().summary();
        Believed found = view.believed();
        double year = Math.sqrt(summary.inSampleBarsPerYear());
        Summary.Stability around = summary.stability();
        List<Line> lines = new ArrayList<>(List.of(new Line("trials", say("trials.value", show.count(view.trials().count()), number(view.trials().effective()), number(summary.together()))),
                new Line("probabilistic", statistic.share(found.probabilistic())),
                new Line("luck", number(found.luck() * year)),
                new Line("deflated", statistic.share(found.deflated())),
                new Line("afterwards", statistic.share(found.afterwards())),
                new Line("median", say("median.value", number(around.median() * year), show.count((long) around.neighbours()))),
                new Line("worst", number(around.worst() * year)),
                new Line("medianafter", number(around.outOfSampleMedian() * Math.sqrt(summary.outOfSampleBarsPerYear())))));
        Compared some = summary.compared();
        if (some != null) {
            lines.add(new Line("overfitting", say("overfitting.value", statistic.share(some.overfitting()), show.count((long) some.cells()))));
            lines.add(new Line("reality", statistic.share(some.reality())));
            lines.add(new Line("superior", statistic.share(some.superior())));
        }
        return lines;
    }

    /** What orders of all cells are limited by, in percent; those that are tried are left out. */
    public List<Line> orders(Sweep sweep) {
        return sweep.base() == null ? List.of() : OrderPlan.PARAMETERS.stream().filter(one -> sweep.base().orders().share(one) > 0)
                .map(one -> new Line(one.name(), BacktestPage.number(100 * sweep.base().orders().share(one)))).toList();
    }

    /** What came of all windows. */
    public String walked(SweepView view) {
        WalkForward.Walked walked = view.result().summary().walked();
        return say("walked", walked.steps().size(), statistic.share(walked.netReturn()), statistic.share(walked.efficiency()),
                statistic.share(walked.profitable()));
    }

    private String number(double value) {
        return statistic.ratio(Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value);
    }

    private static String say(String key, Object... values) {
        return Language.here().text("sweep." + key, values);
    }
}
