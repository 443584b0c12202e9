package entrepot.web.page;

import entrepot.platform.job.Job;
import entrepot.platform.retry.Retry;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.server.BacktestDesk;
import entrepot.trading.backtest.server.BacktestRefused;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.server.BasketDesk;
import entrepot.trading.basket.server.BasketRefused;
import entrepot.trading.indicator.Mean;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.Side;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Best;
import entrepot.trading.sweep.Measure;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.server.SweepDesk;
import entrepot.trading.sweep.server.SweepRefused;
import entrepot.trading.sweep.server.SweepReport;
import entrepot.trading.sweep.server.SweepView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Which numbers would have done best, how sure is that, and what did they make afterwards? */
@Named
@RequestScoped
public class SweepPage {

    private static final int LIMIT = 50;
    private static final int ROOM = 36;
    private static final int BEST = 20;

    @Inject
    private SweepReport report;

    @Inject
    private SweepDesk desk;

    @Inject
    private SweepForm form;

    @Inject
    private SweepWords say;

    @Inject
    private BacktestReport backtests;

    @Inject
    private BacktestDesk backtestDesk;

    @Inject
    private BasketDesk basketDesk;

    @Inject
    private Shell shell;

    @Inject
    private Retry retry;

    @Inject
    private JobPage job;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    private String id;
    private String after;
    private String x;
    private String y;
    private String measure;
    private SweepView shown;
    private Part<SweepView> recent;
    private List<BacktestReport.Series> series;
    private List<BacktestReport.Series> barred;
    private HeatChart chart;

    public void open() {
        if (Asked.text(id) == null) {
            return;
        }
        find();
        Missing.unless(shown != null);
        if (shown != null) {
            form.show(shown.sweep());
            if (job.follow(shown.job().id()) && shown.result() == null) {
                find();
            }
        }
    }

    private void find() {
        UUID asked = Asked.id(id);
        shown = asked == null ? null : report.find(asked).orElse(null);
    }

    // What the buttons do

    public String ask() {
        UUID key = sent.key();
        Sweep asked = form.read();
        try {
            if (asked != null) {
                retry.run(() -> desk.ask(key, asked));
                return at(key);
            }
        } catch (SweepRefused refused) {
            notes.bad(refused.getMessage());
        }
        return null;
    }

    public String cancel() {
        return act(desk::cancel);
    }

    public String resume() {
        return act(desk::resume);
    }

    private String act(Consumer<UUID> action) {
        UUID sweep = Asked.id(id);
        try {
            action.accept(sweep);
        } catch (SweepRefused refused) {
            notes.bad(refused.getMessage());
        }
        return at(sweep);
    }

    private static String at(UUID sweep) {
        return "sweep.xhtml?faces-redirect=true&id=" + sweep;
    }

    /** Makes the ordinary backtest of the cell that was marked. */
    public String runCell() {
        find();
        long cell = Asked.key(sent.text("cell"), -1);
        Experiment asked = shown == null ? null : shown.sweep().experiment(cell).orElse(null);
        BasketExperiment many = shown == null ? null : shown.sweep().basket(cell).orElse(null);
        if (asked == null && many == null) {
            notes.bad(say.word("nocell"));
            return at(Asked.id(id));
        }
        UUID key = sent.key();
        try {
            retry.run(() -> asked != null ? backtestDesk.ask(key, asked) : basketDesk.ask(key, many));
            return (asked != null ? "backtest" : "portfoliobacktest") + ".xhtml?faces-redirect=true&id=" + key;
        } catch (BacktestRefused refused) {
            notes.bad(refused.getMessage());
        } catch (BasketRefused refused) {
            notes.bad(refused.getMessage());
        }
        return at(shown.id());
    }

    public boolean isCancellable() {
        return shown != null && !shown.job().status().isOver() && !shown.job().cancelAsked() && shell.may("quant");
    }

    public boolean isResumable() {
        return shown != null && (shown.job().status() == Job.Status.CANCELLED || shown.job().status() == Job.Status.FAILED) && shell.may("quant");
    }

    // What is shown

    /** The one that was asked for, or null. */
    public SweepView getShown() {
        return shown;
    }

    public List<Best.Cell> getBest() {
        if (shown == null || shown.result() == null) {
            return List.of();
        }
        List<Best.Cell> best = shown.result().summary().best();
        return best.subList(0, Math.min(BEST, best.size()));
    }

    public HeatChart getChart() {
        if (chart == null) {
            Measure of = getSeen();
            List<Best.Cell> best = shown.result().summary().best();
            chart = HeatChart.of(shown.sweep().space(), report.heatMap(shown, of, across(), up(), ROOM), best.isEmpty() ? -1 : best.get(0).place(),
                    say.words(shown.sweep()), value -> say.figure(shown, of, value), (across, up, mean, cells) -> say.tip(shown, of, across, up, mean, cells));
        }
        return chart;
    }

    private int across() {
        return Math.max(0, names().indexOf(x));
    }

    private int up() {
        int found = names().indexOf(y);
        return getAxes().size() == 1 ? -1 : found >= 0 && found != across() ? found : across() == 0 ? 1 : 0;
    }

    private List<String> names() {
        return getAxes().stream().map(Axis::name).toList();
    }

    public List<Axis> getAxes() {
        return shown.sweep().axes();
    }

    public Axis getAcross() {
        return getAxes().get(across());
    }

    /** Null of one axis. */
    public Axis getUp() {
        return up() < 0 ? null : getAxes().get(up());
    }

    public Measure getSeen() {
        Measure asked = Asked.oneOf(measure, Measure.class);
        return asked == null ? Measure.IN_SHARPE : asked;
    }

    public List<Measure> getMeasures() {
        return List.of(Measure.values());
    }

    public String getMeasure() {
        return measure;
    }

    public void setMeasure(String measure) {
        this.measure = measure;
    }

    public Part<SweepView> getRecent() {
        if (recent == null) {
            recent = Part.of(report.list(null, Asked.key(after, Long.MAX_VALUE), LIMIT + 1), LIMIT, SweepView::number);
        }
        return recent;
    }

    public List<BacktestReport.Series> getSeries() {
        if (series == null) {
            series = backtests.series();
        }
        return series;
    }

    /** With those that have minutes alone, for all but portfolios. */
    public List<BacktestReport.Series> getBarred() {
        if (barred == null) {
            barred = backtests.traded().stream().filter(one -> one.bars() > 0).toList();
        }
        return barred;
    }

    public List<Mean> getMeans() {
        return List.of(Mean.values());
    }

    public List<Side> getSides() {
        return List.of(Side.values());
    }

    public List<Reading> getReadings() {
        return List.of(Reading.values());
    }

    public String getKey() {
        return UUID.randomUUID().toString();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getX() {
        return x;
    }

    public void setX(String x) {
        this.x = x;
    }

    public String getY() {
        return y;
    }

    public void setY(String y) {
        this.y = y;
    }
}
