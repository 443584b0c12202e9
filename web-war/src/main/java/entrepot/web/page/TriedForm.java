package entrepot.web.page;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Configured;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Sweep;
import entrepot.web.api.SweepBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The built-in strategies on the form of a sweep: a number with an end and a step is tried from the one to the other. */
@Named
@RequestScoped
public class TriedForm {

    private static final List<BuiltIn> STRATEGIES =
            List.of(BuiltIn.CHANNEL, BuiltIn.MOMENTUM, BuiltIn.BOLLINGER, BuiltIn.RSI, BuiltIn.ORNSTEIN_UHLENBECK);
    private static final String TO = ".to";
    private static final String STEP = ".step";

    @Inject
    private Sent sent;

    @Inject
    private ParameterFields fields;

    private Sweep shown;

    /** @param to empty where it is not tried; @param toField that it is sent by */
    public record Range(ParameterFields.Setting from, String toField, String to, String stepField, String step) {}

    public record Ready(BuiltIn name, List<Range> ranges) {}

    void show(Sweep sweep) {
        shown = sweep;
    }

    public List<Ready> getReady() {
        return STRATEGIES.stream().map(one -> new Ready(one, one.parameters().stream().map(parameter -> range(one, parameter)).toList())).toList();
    }

    private Range range(BuiltIn strategy, Parameter parameter) {
        Configured base = shown == null || shown.base().configured() == null || shown.base().configured().builtIn() != strategy ? null
                : shown.base().configured();
        Optional<Axis> axis = base == null ? Optional.empty() : shown.axes().stream().filter(one -> one.name().equals(parameter.name())).findFirst();
        String standing = axis.map(one -> Parameter.plain(one.least())).orElseGet(() -> base == null ? parameter.standardWords() : base.value(parameter));
        String field = ParameterFields.field(strategy.name(), parameter);
        return new Range(fields.setting(strategy.name(), parameter, standing), field + TO, part(field + TO, axis, Axis::most),
                field + STEP, part(field + STEP, axis, Axis::step));
    }

    private String part(String field, Optional<Axis> axis, Function<Axis, Double> part) {
        return sent.text("symbol") != null ? Objects.toString(sent.text(field), "") : axis.map(one -> SweepForm.number(part.apply(one))).orElse("");
    }

    /** The strategy that was chosen, if it is one of these. */
    Optional<BuiltIn> chosen() {
        return STRATEGIES.stream().filter(one -> one.name().equals(sent.text("strategy"))).findFirst();
    }

    /** What is not tried. */
    Map<String, String> settings(BuiltIn strategy) {
        return fields.sent(strategy.name(), strategy.parameters().stream().filter(one -> !isTried(strategy, one)).toList());
    }

    List<SweepBody.Range> axes(BuiltIn strategy) {
        return strategy.parameters().stream().filter(one -> isTried(strategy, one)).map(one -> {
            String field = ParameterFields.field(strategy.name(), one);
            return new SweepBody.Range(one.name(), sent.plain(field), sent.plain(field + TO), sent.plain(field + STEP));
        }).toList();
    }

    private boolean isTried(BuiltIn strategy, Parameter parameter) {
        return sent.text(ParameterFields.field(strategy.name(), parameter) + TO) != null;
    }
}
