package entrepot.web.page;

import entrepot.trading.backtest.Performance;
import entrepot.trading.comparison.Caution;
import entrepot.trading.comparison.Comparison;
import entrepot.trading.comparison.Difference;
import entrepot.trading.comparison.server.Compared;
import entrepot.trading.evidence.MonthlyReturns;
import entrepot.trading.tearsheet.server.TearSheetView;
import entrepot.web.api.ComparedSettings;
import entrepot.web.language.Figures;
import entrepot.web.language.Language;
import entrepot.web.tearsheet.FigureRows;
import entrepot.web.tearsheet.Plot;
import entrepot.web.tearsheet.SheetText;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All that a comparison says, in a language. Each backtest has a letter, by its place. */
public final class ComparisonText {

    private static final String NONE = "–";

    private final Compared compared;
    private final Comparison found;
    private final Language language;
    private final Figures figures;
    private final List<SheetText> sheets;
    private final List<ComparedSettings.Setting> settings;

    public ComparisonText(Compared compared, Language language) {
        this.compared = compared;
        this.found = compared.found();
        this.language = language;
        this.figures = new Figures(language);
        this.sheets = compared.sheets().stream().map(sheet -> new SheetText(sheet, language)).toList();
        this.settings = ComparedSettings.of(compared);
    }

    /** @param page where it stands by itself; @param first address in which it is named first */
    public record Column(String letter, String name, String strategy, String page, String first) {}

    /** @param benchmark null where there is none to stand beside it */
    public record Cell(String value, String benchmark) {}

    public record Row(String label, List<Cell> cells) {}

    /** @param mean a year, with its interval and the probability that it is luck, as {@code sharpe} */
    public record Against(Column one, Told mean, Told sharpe) {}

    public record Told(String value, String interval, String luck) {}

    public record Month(String label, List<SheetText.Cell> cells) {}

    public List<Column> columns() {
        return IntStream.range(0, sheets.size()).mapToObj(at -> {
            TearSheetView sheet = compared.sheets().get(at);
            return new Column(letter(at), String.join(", ", sheet.instruments()), sheet.strategy(),
                    (sheet.portfolio() ? "portfoliobacktest" : "backtest") + ".xhtml?id=" + sheet.id(), "backtest-comparison.xhtml?" + query(at));
        }).toList();
    }

    private static String letter(int at) {
        return String.valueOf((char) ('A' + at));
    }

    /** The part of the address that names them all, as they stand. */
    public String query() {
        return query(0);
    }

    private String query(int first) {
        List<String> ids = new ArrayList<>(compared.sheets().stream().map(sheet -> "of=" + sheet.id()).toList());
        ids.add(0, ids.remove(first));
        return String.join("&", ids);
    }

    public String time() {
        long[] days = found.common().days();
        return language.text("comparison.time", figures.day(days[0]), figures.day(days[days.length - 1]), figures.count(days.length));
    }

    public List<String> cautions() {
        return compared.cautions().stream().map(this::caution).toList();
    }

    private String caution(Caution caution) {
        long trials = compared.sheets().stream().filter(sheet -> sheet.judged().evidence() != null).mapToLong(sheet -> sheet.judged().evidence().found().trials().count()).max().orElse(0);
        return language.text("comparison.caution." + caution, figures.count(sheets.size()), figures.count(trials), figures.count(found.common().leftOut()),
                figures.count(found.common().size()));
    }

    // Settings

    public List<Row> differing() {
        return settings.stream().filter(ComparedSettings.Setting::differs)
                .map(one -> new Row(label(one), one.values().stream().map(value -> new Cell(value == null ? NONE : value, null)).toList())).toList();
    }

    public List<SheetText.Fact> shared() {
        return settings.stream().filter(one -> !one.differs()).map(one -> new SheetText.Fact(label(one), one.values().get(0))).toList();
    }

    /** Its word here, or in the form where it is set; without one it keeps the name that the API has for it. */
    private String label(ComparedSettings.Setting setting) {
        String[] parts = setting.name().split("\\.", 2);
        String key = parts.length == 1 ? "comparison.setting." + parts[0] : form(parts[0], setting) + "." + parts[1];
        return language.words().containsKey(key) ? language.words().getString(key) : setting.name();
    }

    /** Of the first that has the setting. */
    private String form(String group, ComparedSettings.Setting setting) {
        int holder = IntStream.range(0, sheets.size()).filter(at -> setting.values().get(at) != null).findFirst().orElseThrow();
        return switch (group) {
            case "settings" -> compared.sheets().get(holder).portfolio() ? "basket.plan" : "builtin." + value("strategy", holder);
            case "ruleSettings" -> "builtin." + value("rule", holder);
            default -> group;
        };
    }

    private String value(String name, int at) {
        return settings.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().values().get(at);
    }

    // Figures

    /** Of each over all of its own time, beside its benchmark. */
    public List<Row> whole() {
        return joined(SheetText::figures, FigureRows.Row::label, row -> new Cell(row.one(), row.other()));
    }

    public List<Row> evidence() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(language.words().getString("comparison.verdict"), sheets.stream().map(sheet -> new Cell(sheet.verdict(), null)).toList()));
        rows.addAll(joined(SheetText::evidence, SheetText.Fact::label, fact -> new Cell(fact.value(), null)));
        rows.add(new Row(language.words().getString("comparison.doubts"), sheets.stream().map(sheet -> new Cell(sheet.doubts().isEmpty() ? NONE : String.join(" ", sheet.doubts()), null)).toList()));
        return rows;
    }

    /** A row for each label; who has no such row has a dash. */
    private <T> List<Row> joined(Function<SheetText, List<T>> rows, Function<T, String> label, Function<T, Cell> cell) {
        Map<String, List<Cell>> all = new LinkedHashMap<>();
        for (int at = 0; at < sheets.size(); at++) {
            for (T row : rows.apply(sheets.get(at))) {
                all.computeIfAbsent(label.apply(row), any -> new ArrayList<>(Collections.nCopies(sheets.size(), new Cell(NONE, null)))).set(at, cell.apply(row));
            }
        }
        return all.entrySet().stream().map(row -> new Row(row.getKey(), row.getValue())).toList();
    }

    /** Of all over the days in common; no Sharpe ratio where there is no evidence. */
    public List<Row> common() {
        return List.of(share("totalReturn", Performance::totalReturn), share("annualReturn", Performance::annualReturn), share("volatility", Performance::volatility),
                judged(row("backtest.sharpe", span -> figures.ratio(span.figures().sharpe()))), judged(row("evidence.probabilistic", span -> figures.share(span.probabilistic()))),
                share("maxDrawdown", Performance::maxDrawdown));
    }

    private Row judged(Row row) {
        return new Row(row.label(), IntStream.range(0, sheets.size()).mapToObj(at -> sheets.get(at).judged() ? row.cells().get(at) : new Cell(NONE, null)).toList());
    }

    private Row share(String name, ToDoubleFunction<Performance> figure) {
        return row("backtest." + name, span -> figures.share(figure.applyAsDouble(span.figures())));
    }

    private Row row(String key, Function<Comparison.Span, String> figure) {
        return new Row(language.words().getString(key), IntStream.range(0, sheets.size())
                .mapToObj(at -> new Cell(figure.apply(found.spans().get(at)), figure.apply(found.benchmarks().get(at)))).toList());
    }

    // Differences

    public List<Against> against() {
        List<Column> columns = columns();
        double year = found.daysPerYear();
        return found.against(0).stream().map(one -> new Against(columns.get(one.one()), told(one.mean(), value -> figures.share(value * year)),
                told(one.sharpe(), value -> figures.ratio(value * Math.sqrt(year))))).toList();
    }

    private Told told(Difference.Drawn drawn, Function<Double, String> figure) {
        return new Told(figure.apply(drawn.value()), language.text("comparison.interval", figure.apply(drawn.low()), figure.apply(drawn.high())), figures.share(drawn.luck()));
    }

    /** Which has the highest mean return, and what that is worth after it was picked; or why none has. */
    public String best() {
        Comparison.Best best = found.best();
        if (!best.isKnown()) {
            return language.words().getString("comparison.best.none");
        }
        return language.text(best.account() == 0 ? "comparison.best.first" : "comparison.best", letter(best.account()), figures.share(best.gain() * found.daysPerYear()),
                figures.share(best.luck()), figures.count(sheets.size()));
    }

    public String drawn() {
        return language.text("comparison.drawn", figures.count(found.draws()), figures.count(found.blockDays()), Long.toString(found.seed()), found.hash());
    }

    /** A row a backtest, in the order of the columns. */
    public List<Row> correlation() {
        return IntStream.range(0, sheets.size()).mapToObj(at -> new Row(letter(at), Arrays.stream(found.correlation()[at]).mapToObj(one -> new Cell(figures.ratio(one), null)).toList())).toList();
    }

    // Drawings and months

    public Plot equity() {
        return plot(found.common().worth(), figures::ratio);
    }

    /** Below 0, as a fall. */
    public Plot drawdown() {
        return plot(Arrays.stream(found.drawdowns()).map(SheetText::negative).toArray(double[][]::new), figures::share);
    }

    private Plot plot(double[][] lines, DoubleFunction<String> label) {
        return Plot.of(found.common().days(), List.of(lines), label, figures::day);
    }

    /** The latest first. */
    public List<Month> months() {
        List<MonthlyReturns> all = found.months();
        double most = all.stream().flatMapToDouble(one -> Arrays.stream(one.returns())).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        YearMonth first = all.get(0).firstMonth();
        DateTimeFormatter written = DateTimeFormatter.ofPattern("MMM yyyy", language.locale());
        List<Month> months = new ArrayList<>();
        for (int at = all.get(0).returns().length - 1; at >= 0; at--) {
            int month = at;
            months.add(new Month(written.format(first.plusMonths(at)), all.stream().map(one -> SheetText.cell(figures, one.returns()[month], most)).toList()));
        }
        return months;
    }
}
