package entrepot.web.page;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.broker.FillRule;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.Validity;
import entrepot.trading.playback.Playback;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One backtest gone through bar by bar. The bars themselves are fetched by its script as they come. */
@Named
@RequestScoped
public class StepsPage {

    @Inject
    private BacktestReport report;

    private String id;
    private String at;
    private BacktestReport.Ran shown;

    public void open() {
        UUID asked = Asked.id(id);
        shown = asked == null ? null : report.ran(asked).filter(ran -> ran.figures() != null).orElse(null);
        Missing.unless(shown != null);
    }

    /** Null where there is no such backtest, or it is not through. */
    public BacktestReport.Ran getShown() {
        return shown;
    }

    public boolean isByBars() {
        return mayBe(shown.experiment(), shown.figures().bars());
    }

    /** Whether an experiment can be gone through. */
    public boolean mayBe(Experiment asked, int bars) {
        return Playback.mayBe(asked) && bars <= Playback.MOST_BARS;
    }

    /** The address at a moment, milliseconds of the epoch. */
    public String address(UUID backtest, long time) {
        return "backtest-steps.xhtml?id=" + backtest + "&at=" + Instant.ofEpochMilli(time);
    }

    /** The codes that steps may have, with their names. */
    public Map<String, String> getNames() {
        Map<String, String> names = new LinkedHashMap<>();
        named(names, "orderkind", OrderKind.values());
        named(names, "validity", Validity.values());
        named(names, "fillrule", FillRule.values());
        List.of("entry", "exit", "shortEntry", "shortExit").forEach(rule -> name(names, "rule." + rule));
        List.of("BUY", "SELL", "LONG", "SHORT", "NOTHING", "TRUE", "FALSE", "UNDEFINED", "changed", "stays", "protects", "allmoney", "failed").forEach(word -> name(names, "steps." + word));
        return names;
    }

    private static void named(Map<String, String> names, String family, Enum<?>[] values) {
        Stream.of(values).forEach(value -> name(names, family + "." + value));
    }

    private static void name(Map<String, String> names, String key) {
        names.put(key, Language.here().words().getString(key));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** A day or a moment, empty for the beginning. */
    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }
}
