package entrepot.web.page;

import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Problem;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.making.MakingRule;
import entrepot.trading.pair.PairRule;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.sweep.Sweep;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.BacktestBody;
import entrepot.web.api.Fields;
import entrepot.web.api.SweepBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The question of a sweep as the form sent it. */
@RequestScoped
public class SentSweep {

    private static final String STEPS = "steps";
    /** A percent. */
    private static final String STEP_OF_ORDERS = "0.01";

    @Inject
    private Sent sent;

    @Inject
    private ParameterFields fields;

    @Inject
    private TriedForm tried;

    /** @throws ApiProblem with everything that is wrong */
    Sweep read(BacktestBody.Book book) {
        Fields wrong = new Fields();
        Long seed = seed(wrong);
        try {
            Sweep asked = portfolio().map(rule -> body(rule, seed)).orElseGet(() -> body(seed)).read(book);
            wrong.check();
            return asked;
        } catch (ApiProblem more) {
            throw ApiProblem.fields(Stream.concat(more.errors().stream(), wrong.errors().stream()).distinct().toList());
        }
    }

    /** Axes by the names of their parameters. */
    String named(ApiProblem.FieldError fault) {
        String field = fault.pointer().substring(1);
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

    private SweepBody body(Long seed) {
        return new SweepBody(sent.text("symbol"), sent.text("from"), sent.text("to"), sent.text("raw") != null, sent.text("strategy"),
                sent.text("mean"), sent.text("side"), sent.text("reading"), sent.text("entry"), sent.text("exit"), sent.text("shortEntry"),
                sent.text("shortExit"), sent.text("parameters"), sent.text("saved"), null, sent.plain("cash"), sent.share("fee"), sent.plain("order"), sent.share("slippage"),
                parameters().map(this::settings).orElse(null), axes(), sent.text("search"), whole("draws"), seed, sent.text("split"), walk(),
                size(Sweep.VOLATILITY_TARGET), size(Sweep.KELLY), null, null, null, sent.text("other"), enterBy(), order("limitOffset"),
                order("stopLoss"), order("takeProfit"), order("trailingStop"), sent.text("every"), sent.text("zone"), sent.text("of"));
    }

    /** By a limit where one is typed. */
    private String enterBy() {
        return BacktestBody.hasTickets(null, order("limitOffset")) ? BacktestBody.EnterBy.LIMIT.name() : null;
    }

    private SweepBody body(RuleKind rule, Long seed) {
        return new SweepBody(null, sent.text("from"), sent.text("to"), false, SweepBody.PORTFOLIO, null, null, null, null, null, null, null, null, null, null,
                sent.plain("cash"), sent.share("fee"), sent.plain("order"), sent.share("slippage"), plan(), axes(), sent.text("search"), whole("draws"), seed,
                sent.text("split"), walk(), null, null, sent.texts("instrument"), rule.name(), settings(rule.parameters()), null, null, null, null, null, null, null, null, null);
    }

    private List<SweepBody.Range> axes() {
        if (portfolio().isPresent()) {
            return axes(portfolio().get());
        }
        List<SweepBody.Range> own = parameters().map(this::axes).orElseGet(() -> isRule() ? steps() : List.of(range(Sweep.FAST), range(Sweep.SLOW)));
        return Stream.concat(own.stream(), beside().stream()).toList();
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
        return read.variables().all().stream().map(one -> new SweepBody.Range(one.name(), null, null, SweepForm.number(one.value()), null)).toList();
    }

    /** None where both fields are empty. */
    private SweepBody.Walk walk() {
        return sent.text("choose") == null && sent.text("apply") == null ? null : new SweepBody.Walk(whole("choose"), whole("apply"));
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

    // Of what has parameters

    /** The rule of the portfolio that was chosen; empty where none was. */
    private Optional<RuleKind> portfolio() {
        String chosen = Objects.toString(sent.text("strategy"), "");
        return Arrays.stream(RuleKind.values()).filter(kind -> chosen.equals(TriedForm.OF_PORTFOLIO + kind)).findFirst();
    }

    /** The parameters of the strategy that was chosen; empty where it has none of these. */
    private Optional<List<Parameter>> parameters() {
        String chosen = sent.text("strategy");
        return TriedForm.PAIR.equals(chosen) ? Optional.of(PairRule.PARAMETERS) : TriedForm.MAKING.equals(chosen) ? Optional.of(MakingRule.PARAMETERS)
                : TriedForm.STRATEGIES.stream().filter(one -> one.name().equals(chosen)).findFirst().map(BuiltIn::parameters);
    }

    private boolean isSized() {
        return Arrays.asList(tried.getSized().split(" ")).contains(Objects.toString(sent.text("strategy"), "CROSSOVER"));
    }

    /** What is not tried of the strategy that was chosen. */
    private Map<String, String> settings(List<Parameter> parameters) {
        return untried(sent.text("strategy"), parameters);
    }

    private Map<String, String> plan() {
        return untried(TriedForm.SHARING, Plan.PARAMETERS);
    }

    /** A size that is not tried, or null. */
    private String size(String name) {
        return isSized() ? untried(TriedForm.SIZE, TriedForm.SIZES).get(name) : null;
    }

    /** A share of orders that is not tried, or null. */
    private String order(String name) {
        return isSized() ? OrderPlan.PARAMETERS.stream().filter(one -> one.name().equals(name) && !isTried(TriedForm.ORDERS, one)).findFirst()
                .map(one -> sent.share(ParameterFields.field(TriedForm.ORDERS, one))).orElse(null) : null;
    }

    private Map<String, String> untried(String of, List<Parameter> parameters) {
        return fields.sent(of, parameters.stream().filter(one -> !isTried(of, one)).toList());
    }

    private List<SweepBody.Range> axes(List<Parameter> parameters) {
        return axes(sent.text("strategy"), "", parameters);
    }

    private List<SweepBody.Range> axes(RuleKind rule) {
        return Stream.concat(axes(TriedForm.OF_PORTFOLIO + rule, BasketExperiment.RULE, rule.parameters()).stream(),
                axes(TriedForm.SHARING, BasketExperiment.PLAN, Plan.PARAMETERS).stream()).toList();
    }

    /** Sizes and orders. */
    private List<SweepBody.Range> beside() {
        return isSized() ? Stream.concat(axes(TriedForm.SIZE, "", TriedForm.SIZES).stream(), axes(TriedForm.ORDERS, "", OrderPlan.PARAMETERS).stream()).toList() : List.of();
    }

    private List<SweepBody.Range> axes(String of, String prefix, List<Parameter> parameters) {
        return parameters.stream().filter(one -> isTried(of, one)).map(one -> {
            String field = ParameterFields.field(of, one);
            if (of.equals(TriedForm.ORDERS)) {
                return new SweepBody.Range(one.name(), sent.share(field), sent.share(field + TriedForm.TO),
                        Objects.requireNonNullElse(sent.share(field + TriedForm.STEP), STEP_OF_ORDERS), null);
            }
            return one.kind() == Parameter.Kind.CHOICE ? new SweepBody.Range(prefix + one.name(), null, null, null, null)
                    : new SweepBody.Range(prefix + one.name(), sent.plain(field), sent.plain(field + TriedForm.TO), sent.plain(field + TriedForm.STEP), null);
        }).toList();
    }

    private boolean isTried(String of, Parameter parameter) {
        String field = ParameterFields.field(of, parameter);
        return parameter.kind() == Parameter.Kind.CHOICE ? TriedForm.ALL.equals(sent.text(field))
                : sent.text(field + TriedForm.TO) != null || sent.text(field + TriedForm.STEP) != null;
    }
}
