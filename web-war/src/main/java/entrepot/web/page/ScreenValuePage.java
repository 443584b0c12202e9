package entrepot.web.page;

import entrepot.trading.market.Bars;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.server.ScreenReport;
import entrepot.trading.screen.server.ScreenView;
import entrepot.web.tearsheet.Plot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Where does this figure of a screen come from? */
@Named
@RequestScoped
public class ScreenValuePage {

    private static final int BARS = 250;
    private static final int LISTED = 20;
    private static final long DAY = 86_400_000;

    @Inject
    private ScreenReport report;

    @Inject
    private Statistic statistic;

    private String id;
    private String symbol;
    private ScreenView shown;
    private ScreenReport.Traced traced;

    /** One line over the last bars. @param expression null of the close */
    public record Drawn(String key, String title, String expression, Plot plot) {}

    /** One bar. @param condition 1, 0 or not a number; @param values rank and columns */
    public record Row(long time, double close, double condition, List<Double> values) {}

    public void open() {
        UUID asked = Asked.id(id);
        shown = asked == null ? null : report.find(asked).filter(view -> view.result() != null).orElse(null);
        traced = shown == null || Asked.text(symbol) == null ? null : report.trace(shown, symbol).orElse(null);
        Missing.unless(traced != null);
    }

    public ScreenView getShown() {
        return shown;
    }

    public ScreenReport.Traced getTraced() {
        return traced;
    }

    /** The close, the rank and each column, each by itself; none of fewer than two bars. */
    public List<Drawn> getDrawn() {
        Bars bars = traced.reading().bars();
        int from = Math.max(0, bars.size() - BARS);
        if (bars.size() - from < 2) {
            return List.of();
        }
        long[] times = bars.slice(from, bars.size()).times();
        Screen screen = shown.saved().screen();
        List<Drawn> all = new ArrayList<>(List.of(drawn("close", null, null, times, bars.slice(from, bars.size()).closes())));
        all.add(drawn("ranked", null, screen.rankedBy(), times, last(1, from)));
        for (int at = 0; at < screen.columns().size(); at++) {
            all.add(drawn("column" + at, screen.columns().get(at).name(), screen.columns().get(at).expression(), times, last(2 + at, from)));
        }
        return all;
    }

    private double[] last(int column, int from) {
        double[] values = traced.reading().values()[column];
        return Arrays.copyOfRange(values, from, values.length);
    }

    private Drawn drawn(String key, String title, String expression, long[] times, double[] values) {
        boolean any = Arrays.stream(values).anyMatch(Double::isFinite);
        return new Drawn(key, title, expression, any ? Plot.of(times, List.of(values), statistic::ratio, time -> statistic.bar(time - time % DAY)) : null);
    }

    /** Newest first. */
    public List<Row> getRows() {
        Bars bars = traced.reading().bars();
        double[][] values = traced.reading().values();
        List<Row> rows = new ArrayList<>();
        for (int at = Math.max(0, bars.size() - LISTED); at < bars.size(); at++) {
            int bar = at;
            rows.add(new Row(bars.time(at), bars.close(at), values[0][at], Arrays.stream(values).skip(1).map(column -> column[bar]).toList()));
        }
        Collections.reverse(rows);
        return rows;
    }

    public String truth(double condition) {
        return Double.isNaN(condition) ? "–" : condition == 1 ? "1" : "0";
    }

    public String getBacktest() {
        return ScreenRunPage.backtest(shown, symbol);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }
}
