package entrepot.web.page;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.making.MakingRule;
import entrepot.trading.pair.PairRule;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Sweep;
import entrepot.web.api.BacktestBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has parameters, on the form of a sweep: built-in strategies, pairs, market making, portfolios, sizes and orders, these in percent. A number with an
 * end or a step is tried, from the one to the other, a choice may be tried as a whole.
 */
@Named
@RequestScoped
public class TriedForm {

    static final List<BuiltIn> STRATEGIES = List.of(BuiltIn.BUY_AND_HOLD, BuiltIn.CHANNEL, BuiltIn.MOMENTUM, BuiltIn.BOLLINGER, BuiltIn.RSI,
            BuiltIn.ORNSTEIN_UHLENBECK, BuiltIn.LEARNED);
    static final String MAKING = "MARKET_MAKING";
    static final String PAIR = "PAIR";
    static final String OF_PORTFOLIO = "PORTFOLIO.";
    static final String SHARING = "plan";
    static final String SIZE = "size";
    static final String ORDERS = "orders";
    static final List<Parameter> SIZES = List.of(Parameter.number(Sweep.KELLY, 0, 0, 1), Parameter.number(Sweep.VOLATILITY_TARGET, 0, 0, 10));
    static final String TO = ".to";
    static final String STEP = ".step";
    /** Stands for all words of a choice. */
    static final String ALL = "*";

    @Inject
    private Sent sent;

    @Inject
    private ParameterFields fields;

    private Sweep shown;

    /** @param to empty where it is not tried; @param toField that it is sent by; @param words of its choices */
    public record Range(ParameterFields.Setting from, String toField, String to, String stepField, String step, String words) {}

    /** @param name that it is chosen by; @param title of it; @param words what the names of its parameters stand under */
    public record Ready(String name, String title, String words, List<Range> ranges) {}

    void show(Sweep sweep) {
        shown = sweep;
    }

    /** Of one instrument. */
    public List<Ready> getReady() {
        return Stream.concat(STRATEGIES.stream().map(one -> ready(one.name(), "builtin." + one.name(), one.parameters())),
                Stream.of(ready(PAIR, "builtin." + PAIR, PairRule.PARAMETERS), ready(MAKING, "builtin." + MAKING, MakingRule.PARAMETERS))).toList();
    }

    /** A portfolio by each rule. */
    public List<Ready> getPortfolios() {
        return Arrays.stream(RuleKind.values()).map(kind -> new Ready(OF_PORTFOLIO + kind, "rulekind." + kind, "builtin." + kind,
                ranges(OF_PORTFOLIO + kind, BasketExperiment.RULE, kind.parameters()))).toList();
    }

    public List<Range> getPlan() {
        return ranges(SHARING, BasketExperiment.PLAN, Plan.PARAMETERS);
    }

    public List<Range> getSizes() {
        return ranges(SIZE, "", SIZES);
    }

    /** In percent. */
    public List<Range> getOrders() {
        return ranges(ORDERS, "", OrderPlan.PARAMETERS);
    }

    /** What sizes and orders go with. */
    public String getSized() {
        return Stream.concat(Stream.of("CROSSOVER", "RULE", "SAVED"), STRATEGIES.stream().map(BuiltIn::name)).collect(Collectors.joining(" "));
    }

    /** What is of one instrument. */
    public String getSingles() {
        return String.join(" ", getSized(), PAIR, MAKING);
    }

    /** What is of many. */
    public String getMany() {
        return Arrays.stream(RuleKind.values()).map(kind -> OF_PORTFOLIO + kind).collect(Collectors.joining(" "));
    }

    private Ready ready(String name, String words, List<Parameter> parameters) {
        return new Ready(name, words, words, ranges(name, "", parameters));
    }

    private List<Range> ranges(String of, String prefix, List<Parameter> parameters) {
        return parameters.stream().map(parameter -> range(of, prefix, parameter)).toList();
    }

    /** @param prefix of its name as an axis */
    private Range range(String of, String prefix, Parameter parameter) {
        Optional<Axis> axis = !isShown(of) ? Optional.empty()
                : shown.axes().stream().filter(one -> one.name().equals(prefix + parameter.name())).findFirst();
        String standing = axis.map(one -> one.hasWords() ? ALL : Parameter.plain(typed(of, one.least())))
                .orElseGet(() -> isShown(of) ? standing(of, parameter) : isBeside(of) ? "" : parameter.standardWords());
        String field = ParameterFields.field(of, parameter);
        ParameterFields.Setting from = standing.isEmpty() ? new ParameterFields.Setting(parameter.name(), field, List.of(), Objects.toString(sent.text(field), ""))
                : fields.setting(of, parameter, standing);
        return new Range(from, field + TO, part(of, field + TO, axis, Axis::most), field + STEP, part(of, field + STEP, axis, Axis::step),
                of.equals(MAKING) ? "making.model" : of.equals(PAIR) ? "pair.method" : parameter.name());
    }

    private boolean isShown(String of) {
        return shown != null && (of.equals(SHARING) ? shown.basket() != null : isBeside(of) ? shown.base() != null : of.equals(chosen(shown)));
    }

    /** Whether it stands beside the parameters of any strategy, and there is none where it is empty. */
    private static boolean isBeside(String of) {
        return of.equals(SIZE) || of.equals(ORDERS);
    }

    /** In the unit of its field. */
    private static double typed(String of, double value) {
        return of.equals(ORDERS) ? 100 * value : value;
    }

    /** How the form names what a sweep is of. */
    static String chosen(Sweep sweep) {
        if (sweep.basket() != null) {
            return OF_PORTFOLIO + sweep.basket().rule().kind();
        }
        return BacktestBody.Kind.of(sweep.base()).name();
    }

    private String standing(String of, Parameter parameter) {
        if (shown.basket() != null) {
            return of.equals(SHARING) ? shown.basket().plan().value(parameter) : shown.basket().rule().values().get(parameter.name());
        }
        Experiment base = shown.base();
        if (of.equals(SIZE)) {
            double size = parameter.name().equals(Sweep.KELLY) ? base.kelly() : base.volatilityTarget();
            return size == 0 ? "" : Parameter.plain(size);
        }
        if (of.equals(ORDERS)) {
            double share = base.orders().share(parameter);
            return share == 0 ? "" : Parameter.plain(typed(of, share));
        }
        return base.pair() != null ? base.pair().rule().value(parameter) : base.making() != null ? base.making().value(parameter) : base.configured().value(parameter);
    }

    private String part(String of, String field, Optional<Axis> axis, Function<Axis, Double> part) {
        return sent.text("symbol") != null ? Objects.toString(sent.text(field), "")
                : axis.filter(one -> !one.hasWords()).map(one -> BacktestPage.number(typed(of, part.apply(one)))).orElse("");
    }
}
