package entrepot.web.page;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.market.BarPlan;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;
import entrepot.trading.strategy.server.StrategyBook;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Sweep;
import entrepot.web.api.ApiProblem;
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
    private SentSweep question;

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
        try {
            return question.read(book::find);
        } catch (ApiProblem wrong) {
            faults = wrong.errors();
            faults.stream().filter(fault -> !RULES.contains(field(fault))).forEach(fault -> notes.bad(told(fault)));
            if (faults.stream().anyMatch(fault -> RULES.contains(field(fault)))) {
                notes.bad(Language.here().words().getString("rule.wrong"));
            }
            return null;
        }
    }

    /** With the name of its field, where it does not begin with it. */
    private String told(ApiProblem.FieldError fault) {
        String name = question.named(fault);
        String detail = InPercent.told(name, fault);
        return detail.startsWith(name + " ") ? detail : name + " " + detail;
    }

    private static String field(ApiProblem.FieldError fault) {
        return fault.pointer().substring(1);
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

    public String getEvery() {
        return given("every", asked -> asked.base() == null ? "" : asked.base().bars().every().toString(), BarPlan.DAILY.every().toString());
    }

    public String getZone() {
        return given("zone", asked -> asked.base() == null || asked.base().bars().zone() == null ? "" : asked.base().bars().zone().getId(), "");
    }

    public boolean isOfTrades() {
        return given("of", asked -> asked.base() != null && asked.base().bars().trades() ? "trades" : "bars", "bars").equals("trades");
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
