package entrepot.trading.expression;

import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Input;
import entrepot.trading.indicator.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An indicator with what stands in its parentheses: first the series it reads instead of the usual ones, then its parameters. */
final class IndicatorCall {

    private final Checker checker;
    private final Syntax.Call call;
    private final Definition definition;
    private final List<Value> sources = new ArrayList<>();
    private final Map<String, Object> given = new HashMap<>();
    private boolean named;
    private boolean whole = true;

    IndicatorCall(Checker checker, Syntax.Call call, Definition definition) {
        this.checker = checker;
        this.call = call;
        this.definition = definition;
    }

    Value value() {
        call.arguments().forEach(this::take);
        if (!whole) {
            return null;
        }
        int slot = checker.steps().indicator(definition, given, inputs());
        return checker.kept(call, new Value(Type.NUMBER, slot, Double.NaN, definition));
    }

    private void take(Syntax.Argument argument) {
        if (argument.name() != null) {
            byName(argument);
            return;
        }
        Optional<Parameter> next = definition.parameters().stream().filter(one -> !given.containsKey(one.name())).findFirst();
        if (next.isPresent() && argument.value() instanceof Syntax.Name word && next.get().choices().contains(word.name())) {
            given.put(next.get().name(), word.name());
            return;
        }
        Value value = checker.numeric(argument.value());
        if (value == null) {
            whole = false;
        } else if (value.isConstant()) {
            byPlace(argument.value(), value, next);
        } else {
            source(argument.value(), value);
        }
    }

    private void byName(Syntax.Argument argument) {
        String name = argument.name().text();
        Optional<Parameter> parameter = definition.parameters().stream().filter(one -> one.name().equals(name)).findFirst();
        named = true;
        if (parameter.isEmpty()) {
            List<String> known = definition.parameters().stream().map(Parameter::name).toList();
            checker.problem(argument.name(), definition.name() + " has the parameters " + String.join(", ", known),
                    Names.nearest(name, known).orElse(null));
            whole = false;
        } else if (given.containsKey(name)) {
            checker.problem(argument.name(), "'" + name + "' is said twice", null);
            whole = false;
        } else if (parameter.get().kind() == Parameter.Kind.CHOICE) {
            put(argument.value(), parameter.get(), argument.value() instanceof Syntax.Name word ? word.name() : null);
        } else {
            number(argument.value(), parameter.get(), checker.numeric(argument.value()));
        }
    }

    private void number(Syntax at, Parameter parameter, Value value) {
        if (value == null) {
            whole = false;
        } else if (value.isConstant()) {
            put(at, parameter, value.constant());
        } else {
            checker.problem(at, parameter.name() + " of " + definition.name() + " must be a constant, but this is " + value.type().words());
            whole = false;
        }
    }

    private void byPlace(Syntax at, Value value, Optional<Parameter> next) {
        if (named) {
            refuse(at, "stands behind a parameter with a name and needs one too");
        } else if (next.isEmpty()) {
            refuse(at, definition.name() + " takes no more than " + signature(definition));
        } else {
            put(at, next.get(), value.constant());
        }
    }

    private void source(Syntax at, Value value) {
        if (!given.isEmpty()) {
            refuse(at, "series come before parameters: " + signature(definition));
        } else if (sources.size() == definition.sources().size()) {
            refuse(at, definition.sources().isEmpty() ? definition.name() + " reads the bar itself and takes no series: " + signature(definition)
                    : definition.name() + " takes no more than " + signature(definition));
        } else {
            sources.add(value);
        }
    }

    private void put(Syntax at, Parameter parameter, Object value) {
        String objection = parameter.objection(value);
        if (objection != null) {
            refuse(at, parameter.name() + " of " + definition.name() + " " + objection
                    + (value instanceof Double number ? ", is " + Variable.plain(number) : ""));
        }
        given.put(parameter.name(), value);
    }

    private void refuse(Syntax at, String text) {
        checker.problem(at, text);
        whole = false;
    }

    private int[] inputs() {
        List<Input> usual = definition.sources();
        Stream<Integer> first = Stream.iterate(0, at -> at + 1).limit(usual.size())
                .map(at -> at < sources.size() ? sources.get(at).slot() : checker.steps().column(usual.get(at)));
        return Stream.concat(first, definition.columns().stream().map(checker.steps()::column)).mapToInt(Integer::intValue).toArray();
    }

    /** {@code ema(close, n=20, seed=mean)} */
    static String signature(Definition definition) {
        return Stream.concat(definition.sources().stream().map(Input::word),
                definition.parameters().stream().map(one -> one.name() + "=" + one.standardWords()))
                .collect(Collectors.joining(", ", definition.name() + "(", ")"));
    }
}
