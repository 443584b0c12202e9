package entrepot.web.page;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.expression.Problem;
import entrepot.trading.expression.Variables;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;
import entrepot.trading.strategy.server.StrategyBook;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Sweep;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.BacktestBody;
import entrepot.web.api.Fields;
import entrepot.web.api.SweepBody;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The question of a sweep: what was sent, else what the sweep shown was asked with, else the usual. */
@Named
@RequestScoped
public class SweepForm {

    private static final String PARAMETERS = "parameters";
    private static final String STEPS = "steps";
    private static final int MOST_SAVED = 500;
    private static final List<String> RULES = List.of("entry", "exit", "shortEntry", "shortExit", PARAMETERS);

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private StrategyBook book;

    @Inject
    private TriedForm tried;

    private Sweep shown;
    private List<ApiProblem.FieldError> faults = List.of();

    void show(Sweep sweep) {
        shown = sweep;
        tried.show(sweep);
    }

    // What was sent

    /** Null where something is wrong; the faults stand on the page then. */
    Sweep read() {
        Fields wrong = new Fields();
        Long seed = seed(wrong);
        try {
            Sweep asked = tried.portfolio().map(rule -> portfolio(rule, seed)).orElseGet(() -> body(seed)).read(book::find);
            wrong.check();
            return asked;
        } catch (ApiProblem more) {
            faults = Stream.concat(more.errors().stream(), wrong.errors().stream()).distinct().toList();
            faults.stream().filter(fault -> !RULES.contains(field(fault))).forEach(fault -> notes.bad(told(fault)));
            if (faults.stream().anyMatch(fault -> RULES.contains(field(fault)))) {
                notes.bad(Language.here().words().getString("rule.wrong"));
            }
            return null;
        }
    }

    /** With the name of its field, where it does not begin with it. */
    private String told(ApiProblem.FieldError fault) {
        String name = named(fault);
        String detail = InPercent.FIELDS.contains(name.split(" ")[0]) ? InPercent.told(fault) : fault.detail();
        return detail.startsWith(name + " ") ? detail : name + " " + detail;
    }

    private SweepBody body(Long seed) {
        return new SweepBody(sent.text("symbol"), sent.text("from"), sent.text("to"), sent.text("raw") != null, sent.text("strategy"),
                sent.text("mean"), sent.text("side"), sent.text("reading"), sent.text("entry"), sent.text("exit"), sent.text("shortEntry"),
                sent.text("shortExit"), sent.text(PARAMETERS), sent.text("saved"), null, sent.plain("cash"), sent.share("fee"), sent.plain("order"), sent.share("slippage"),
                tried.parameters().map(tried::settings).orElse(null), axes(), sent.text("search"), draws(), seed, sent.text("split"), walk(),
                tried.size(Sweep.VOLATILITY_TARGET), tried.size(Sweep.KELLY), null, null, null, sent.text("other"), enterBy(), tried.order("limitOffset"),
                tried.order("stopLoss"), tried.order("takeProfit"), tried.order("trailingStop"));
    }

    /** By a limit where one is typed. */
    private String enterBy() {
        return BacktestBody.hasTickets(null, tried.order("limitOffset")) ? BacktestBody.EnterBy.LIMIT.name() : null;
    }

    private SweepBody portfolio(RuleKind rule, Long seed) {
        return new SweepBody(null, sent.text("from"), sent.text("to"), false, SweepBody.PORTFOLIO, null, null, null, null, null, null, null, null, null, null,
                sent.plain("cash"), sent.share("fee"), sent.plain("order"), sent.share("slippage"), tried.plan(), axes(), sent.text("search"), draws(), seed,
                sent.text("split"), walk(), null, null, sent.texts("instrument"), rule.name(), tried.settings(rule.parameters()), null, null, null, null, null, null);
    }

    private List<SweepBody.Range> axes() {
        if (tried.portfolio().isPresent()) {
            return tried.axes(tried.portfolio().get());
        }
        List<SweepBody.Range> own = tried.parameters().map(tried::axes).orElseGet(() -> isRule() ? steps() : List.of(range(Sweep.FAST), range(Sweep.SLOW)));
        return Stream.concat(own.stream(), tried.beside().stream()).toList();
    }

    private boolean isRule() {
        return "RULE".equals(sent.text("strategy")) || "SAVED".equals(sent.text("strategy"));
    }

    private SweepBody.Range range(String name) {
        return new SweepBody.Range(name, sent.plain(name + "From"), sent.plain(name + "To"), sent.plain(name + "Step"), null);
    }

    /** Each with its step, as {@code n = 2, limit = 5}; ranges are those of the parameters. */
    private List<SweepBody.Range> steps() {
        Variables.Read read = Variables.read(Objects.toString(sent.text(STEPS), ""));
        if (!read.problems().isEmpty()) {
            throw ApiProblem.fields(List.of(new ApiProblem.FieldError("/" + STEPS, "rule",
                    read.problems().stream().map(Problem::words).collect(Collectors.joining("; ")))));
        }
        return read.variables().all().stream().map(one -> new SweepBody.Range(one.name(), null, null, number(one.value()), null)).toList();
    }

    /** None where both fields are empty. */
    private SweepBody.Walk walk() {
        return sent.text("choose") == null && sent.text("apply") == null ? null : new SweepBody.Walk(whole("choose"), whole("apply"));
    }

    private Integer draws() {
        return whole("draws");
    }

    private Integer whole(String field) {
        String text = sent.plain(field);
        return text == null ? null : text.matches("\\d{1,9}") ? Integer.valueOf(text) : Integer.valueOf(-1);
    }

    private Long seed(Fields wrong) {
        String text = sent.plain("seed");
        if (text == null || text.matches("\\d{1,18}")) {
            return text == null ? null : Long.valueOf(text);
        }
        wrong.refuse("/seed", "not-a-number", "must be a whole number of 18 digits at most, is '" + text + "'");
        return null;
    }

    private static String field(ApiProblem.FieldError fault) {
        return fault.pointer().substring(1);
    }

    /** Axes by the names of their parameters. */
    private String named(ApiProblem.FieldError fault) {
        String field = field(fault);
        if (field.startsWith("settings/")) {
            return field.substring("settings/".length());
        }
        if (!field.matches("axes/\\d+.*")) {
            return field.equals("axes") && isRule() ? STEPS : field;
        }
        String[] parts = field.split("/", 3);
        int at = Integer.parseInt(parts[1]);
        String name = isRule() && at < steps().size() ? STEPS + " " + at : axes().get(at).name();
        return parts.length == 3 ? name + " " + parts[2] : name;
    }

    // What stands in the form

    public String getSymbol() {
        return given("symbol", asked -> asked.base() == null ? "" : asked.base().symbol(), "");
    }

    public String getOther() {
        return given("other", asked -> asked.base() == null || asked.base().pair() == null ? "" : asked.base().pair().other(), "");
    }

    /** Of a portfolio. */
    public boolean chosen(String symbol) {
        return sent.text("symbol") != null ? sent.texts("instrument").contains(symbol)
                : shown != null && shown.basket() != null && shown.basket().symbols().contains(symbol);
    }

    public String getFrom() {
        return given("from", asked -> Objects.toString(asked.fromDay(), ""), "");
    }

    public String getTo() {
        return given("to", asked -> Objects.toString(asked.toDay(), ""), "");
    }

    public String getSplit() {
        return given("split", asked -> Objects.toString(asked.split(), ""), "");
    }

    public boolean isRaw() {
        return sent.text("symbol") == null ? shown != null && shown.base() != null && !shown.base().adjusted() : sent.text("raw") != null;
    }

    public String getStrategy() {
        return given("strategy", TriedForm::chosen, "CROSSOVER");
    }

    public String getMean() {
        return crossing("mean", asked -> asked.mean().name(), "SIMPLE");
    }

    public String getSide() {
        return crossing("side", asked -> asked.side().name(), "LONG_ONLY");
    }

    public String getReading() {
        return crossing("reading", asked -> asked.reading().name(), "LEVEL");
    }

    private String crossing(String field, Function<Crossover, String> asked, String usual) {
        return given(field, all -> all.base() == null || all.base().crossover() == null ? usual : asked.apply(all.base().crossover()), usual);
    }

    /** A field of a range. @param name that it is sent by */
    public record RangeField(String name, String label, String value) {}

    public List<RangeField> getRanges() {
        List<RangeField> ranges = new ArrayList<>();
        add(ranges, Sweep.FAST, "5", "50", "5");
        add(ranges, Sweep.SLOW, "20", "200", "10");
        return ranges;
    }

    private void add(List<RangeField> ranges, String name, String least, String most, String step) {
        ranges.add(new RangeField(name + "From", name + ".from", bound(name + "From", name, Axis::least, least)));
        ranges.add(new RangeField(name + "To", name + ".to", bound(name + "To", name, Axis::most, most)));
        ranges.add(new RangeField(name + "Step", name + ".step", bound(name + "Step", name, Axis::step, step)));
    }

    private String bound(String field, String name, Function<Axis, Double> part, String usual) {
        return given(field, asked -> asked.axes().stream().filter(axis -> axis.name().equals(name) && asked.base() != null && asked.base().crossover() != null).findFirst()
                .map(axis -> number(part.apply(axis))).orElse(usual), usual);
    }

    public List<BacktestPage.RuleField> getRules() {
        return RULES.stream().map(name -> new BacktestPage.RuleField(name, ruleText(name), !name.equals(PARAMETERS), faults.stream()
                .filter(fault -> field(fault).equals(name)).map(ApiProblem.FieldError::detail).toList())).toList();
    }

    private String ruleText(String name) {
        if (sent.text("symbol") != null) {
            return Objects.toString(sent.text(name), "");
        }
        return shown == null || shown.base() == null || shown.base().rule() == null ? "" : part(shown.base().rule(), name);
    }

    /** A rule, or the parameters; empty where it is not there. */
    static String part(RuleStrategy rule, String name) {
        return Objects.toString(switch (name) {
            case "entry" -> rule.entry();
            case "exit" -> rule.exit();
            case "shortEntry" -> rule.shortEntry();
            case "shortExit" -> rule.shortExit();
            default -> rule.variables().words();
        }, "");
    }

    /** The latest version of each saved strategy. */
    public List<SavedStrategy> getSaved() {
        return book.latest("", MOST_SAVED);
    }

    /** The saved strategy that was named. */
    public String getNamed() {
        return Objects.toString(sent.text("saved"), "");
    }

    public String getSteps() {
        return given(STEPS, asked -> asked.base() == null || asked.base().rule() == null ? "" : asked.axes().stream()
                .filter(axis -> asked.base().rule().variables().find(axis.name()).isPresent())
                .map(axis -> axis.name() + " = " + number(axis.step())).collect(Collectors.joining(", ")), "");
    }

    public String getSearch() {
        return given("search", asked -> asked.search().isGrid() ? "GRID" : "RANDOM", "GRID");
    }

    public String getDraws() {
        return given("draws", asked -> asked.search().isGrid() ? "1000" : Integer.toString(asked.search().draws()), "1000");
    }

    public String getSeed() {
        return given("seed", asked -> asked.search().isGrid() ? "1" : Long.toString(asked.search().seed()), "1");
    }

    public String getChoose() {
        return given("choose", asked -> asked.walk() == null ? "" : Integer.toString(asked.walk().choose()), "");
    }

    public String getApply() {
        return given("apply", asked -> asked.walk() == null ? "" : Integer.toString(asked.walk().apply()), "");
    }

    public String getCash() {
        return given("cash", asked -> BacktestPage.number(asked.terms().startCash()), "10000");
    }

    public String getFee() {
        return given("fee", asked -> BacktestPage.number(asked.terms().costs().feeRate() * 100), BacktestPage.number(0.1));
    }

    public String getOrder() {
        return given("order", asked -> BacktestPage.number(asked.terms().costs().perOrder()), "0");
    }

    public String getSlippage() {
        return given("slippage", asked -> BacktestPage.number(asked.terms().costs().slippage() * 100), BacktestPage.number(0.05));
    }

    private String given(String field, Function<Sweep, String> asked, String usual) {
        return sent.text("symbol") != null ? Objects.toString(sent.text(field), "") : shown == null ? usual : asked.apply(shown);
    }

    static String number(double value) {
        return new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros().toPlainString();
    }

    /** Of the sweep shown, without those that are not there. */
    public List<BacktestPage.RuleField> asked(Experiment base) {
        return RULES.stream().map(name -> new BacktestPage.RuleField(name, part(base.rule(), name), true, List.of()))
                .filter(one -> !one.text().isEmpty()).toList();
    }
}
