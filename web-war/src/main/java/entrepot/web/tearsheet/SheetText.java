package entrepot.web.tearsheet;

import entrepot.trading.backtest.Costs;
import entrepot.trading.evidence.Evidence;
import entrepot.trading.evidence.Verdict;
import entrepot.trading.tearsheet.AccountCurve;
import entrepot.trading.tearsheet.Months;
import entrepot.trading.tearsheet.TearSheet;
import entrepot.trading.tearsheet.TradeSummary;
import entrepot.trading.tearsheet.server.TearSheetView;
import entrepot.web.language.Figures;
import entrepot.web.language.Language;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** All that a tear sheet says, in a language, section by section. */
public final class SheetText {

    private static final int LEVELS = 4;

    private final TearSheetView view;
    private final TearSheet sheet;
    private final Language language;
    private final Figures figures;
    private final Currency currency;

    public SheetText(TearSheetView view, Language language) {
        this.view = view;
        this.sheet = view.sheet();
        this.language = language;
        this.figures = new Figures(language);
        this.currency = Currency.getInstance(view.result().currency());
    }

    public record Fact(String label, String value) {}

    /** A cell of the table of months. @param level 1 to {@value #LEVELS} of a gain, below 0 of a loss, 0 of neither */
    public record Cell(String text, int level) {}

    /** @param cells of the twelve months; @param total of the year; @param benchmark its year */
    public record Year(int year, List<Cell> cells, Cell total, String benchmark) {}

    public String title() {
        return language.text("tearsheet.of", String.join(", ", view.instruments()));
    }

    public String time() {
        return language.text("tearsheet.time", at(view.result().firstTime()), at(view.result().lastTime()), figures.count(view.result().bars()));
    }

    /** What the account is called. */
    public String one() {
        return word(view.portfolio() ? "basket.portfolio" : "backtest.strategy");
    }

    /** What it is held against. */
    public String other() {
        return word(view.portfolio() ? "basket.equal" : "backtest.hold");
    }

    public boolean judged() {
        return view.judged().evidence() != null;
    }

    /** Whether the evidence says more than luck. */
    public boolean believed() {
        return judged() && view.judged().evidence().found().verdict() == Verdict.BEYOND_LUCK;
    }

    public String verdict() {
        return judged() ? new EvidenceSentences(language).verdict(view.judged()) : word("evidence.none");
    }

    public List<String> doubts() {
        return judged() ? new EvidenceSentences(language).doubts(view.judged()) : List.of();
    }

    public List<FigureRows.Row> figures() {
        return FigureRows.of(language, view.judged(), view.result().hold(), view.result().endValue(), view.result().holdValue(), view.result().currency());
    }

    /** Empty where there is none. */
    public List<Fact> evidence() {
        if (!judged()) {
            return List.of();
        }
        Evidence found = view.judged().evidence().found();
        var scrutiny = view.judged().evidence().scrutiny();
        EvidenceSentences sentences = new EvidenceSentences(language);
        return List.of(
                fact("evidence.trials", language.text("evidence.trials.value", figures.count(found.trials().count()), figures.rounded(found.trials().effective()))),
                fact("evidence.probabilistic", figures.share(found.probabilistic())),
                fact("evidence.luck", figures.rounded(found.luck() * EvidenceSentences.year(view.judged()))),
                fact("evidence.deflated", figures.share(found.deflated())),
                fact("evidence.record", language.text("evidence.record.value", sentences.bars(found.minimumTrackRecord()), figures.count(found.returns().count()))),
                fact("evidence.costs", again(scrutiny.costsDoubled().totalReturn(), scrutiny.costsDoubled().sharpe())),
                fact("evidence.late", again(scrutiny.oneBarLate().totalReturn(), scrutiny.oneBarLate().sharpe())),
                fact("evidence.permutation", figures.share(scrutiny.permutation().pValue())));
    }

    private String again(double totalReturn, double sharpe) {
        return language.text("evidence.again", figures.share(totalReturn), figures.rounded(sharpe));
    }

    // Months

    public List<String> monthNames() {
        return Arrays.stream(Month.values()).map(month -> month.getDisplayName(TextStyle.SHORT, language.locale())).toList();
    }

    public List<Year> years() {
        double most = sheet.years().stream().flatMapToDouble(year -> Arrays.stream(year.months())).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        double mostOfYears = sheet.years().stream().mapToDouble(Months.Year::total).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        return sheet.years().stream().map(year -> new Year(year.year(), Arrays.stream(year.months()).mapToObj(month -> cell(month, most)).toList(),
                cell(year.total(), mostOfYears), figures.share(year.benchmark()))).toList();
    }

    private Cell cell(double gained, double most) {
        return cell(figures, gained, most);
    }

    /** Its level is told by the largest of the table, without its sign. */
    public static Cell cell(Figures figures, double gained, double most) {
        if (Double.isNaN(gained)) {
            return new Cell("", 0);
        }
        int level = most > 0 ? (int) Math.ceil(Math.abs(gained) / most * LEVELS) : 0;
        return new Cell(figures.share(gained), gained < 0 ? -level : level);
    }

    // Drawings

    public Plot equity() {
        AccountCurve curve = sheet.curve();
        return plot(List.of(curve.worth(), curve.benchmark()), figures::ratio);
    }

    /** Below 0, as a fall. */
    public Plot drawdown() {
        return plot(List.of(negative(sheet.drawdown()), negative(sheet.benchmarkDrawdown())), figures::share);
    }

    public Plot exposure() {
        return plot(List.of(sheet.curve().exposure()), figures::share);
    }

    public Plot rollingSharpe() {
        return plot(List.of(sheet.rolling().sharpe()), figures::ratio);
    }

    public Plot rollingVolatility() {
        return plot(List.of(sheet.rolling().volatility()), figures::share);
    }

    /** How many bars the rolling figures are made of, and the last of them. A ratio is told only with its evidence. */
    public String rolling() {
        return language.text(judged() ? "tearsheet.rolling.last" : "tearsheet.rolling.volatility", figures.count(sheet.rolling().window()),
                figures.share(sheet.rolling().lastVolatility()), figures.ratio(sheet.rolling().lastSharpe()));
    }

    private Plot plot(List<double[]> series, DoubleFunction<String> label) {
        return Plot.of(sheet.curve().times(), series, label, this::at);
    }

    /** As falls below 0. */
    public static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> 0 - value).toArray();
    }

    // Falls and trades

    /** Depth, high, deepest point and recovery of the deepest falls. */
    public List<List<String>> declines() {
        return sheet.declines().stream().map(fall -> List.of(figures.share(fall.depth()), fall.top() < 0 ? word("tearsheet.start") : day(fall.top()), day(fall.bottom()),
                fall.healed() < 0 ? word("tearsheet.below") : day(fall.healed()))).toList();
    }

    private String day(int bar) {
        return at(sheet.curve().times()[bar]);
    }

    /** The end of a bar. */
    private String at(long time) {
        return view.timed() ? Instant.ofEpochMilli(time).toString() : figures.day(time);
    }

    public List<Fact> trades() {
        TradeSummary trades = sheet.trades();
        return List.of(fact("backtest.trades", figures.count(trades.count())), fact("backtest.winners", figures.share(trades.winners())),
                money("tearsheet.average", trades.average()), money("tearsheet.best", trades.best()), money("tearsheet.worst", trades.worst()));
    }

    private Fact money(String key, double value) {
        return new Fact(word(key) + ", " + currency, figures.amount(value, currency));
    }

    // What it was made of

    public List<Fact> asked() {
        Costs costs = view.terms().costs();
        List<Fact> facts = new ArrayList<>(List.of(
                fact("backtest.strategy", view.strategy()),
                money("backtest.cash", view.terms().startCash()),
                fact("backtest.costs", language.text("tearsheet.costs", figures.rounded(costs.feeRate() * 100), figures.amount(costs.perOrder(), currency),
                        figures.rounded(costs.slippage() * 100))),
                fact("backtest.prices", word(view.portfolio() ? "basket.prices" : view.recorded() ? "replay.prices" : view.adjusted() ? "backtest.adjusted" : "backtest.raw")),
                fact("backtest.peryear", figures.ratio(view.judged().performance().barsPerYear()))));
        if (!view.recorded() && !view.bars().isDaily()) {
            facts.add(fact("bars.every", view.bars().settings()));
        }
        facts.add(fact("backtest.data", view.result().dataHash()));
        if (view.data().size() > 1) {
            view.data().forEach(data -> facts.add(new Fact(data.name(), data.hash())));
        }
        facts.add(fact("backtest.seed", view.seed() == null ? word("backtest.seed.none") : view.seed().toString()));
        facts.add(fact("backtest.hash", view.result().resultHash()));
        facts.add(fact("job.by", view.createdBy() + ", " + figures.day(view.createdAt().toInstant(ZoneOffset.UTC).toEpochMilli())));
        return facts;
    }

    private Fact fact(String key, String value) {
        return new Fact(word(key), value);
    }

    /** What is to be remembered beside it all. */
    public String warning() {
        return List.of(word("tearsheet.warning"), judged() ? word("evidence.note") : "").stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The legend of the first drawing. */
    public String legend() {
        return language.text("tearsheet.legend", one(), other());
    }

    public String word(String key) {
        return language.words().getString(key);
    }
}
