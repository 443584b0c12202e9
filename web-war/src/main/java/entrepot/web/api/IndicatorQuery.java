package entrepot.web.api;

import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Input;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.market.Bars;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An indicator as a request asks for it: each of its parameters by name, and {@code source} once for each series to take instead of
 * the standard one.
 */
record IndicatorQuery(Definition definition, Map<String, Object> parameters, List<Input> inputs) {

    private static final String SOURCE = "source";

    /** @param others names that are not its own to read */
    static IndicatorQuery read(Fields fields, Definition definition, MultivaluedMap<String, String> query, Set<String> others) {
        Map<String, Object> given = new HashMap<>();
        for (Parameter parameter : definition.parameters()) {
            if (query.containsKey(parameter.name())) {
                given.put(parameter.name(), value(fields, parameter, query.getFirst(parameter.name())));
            }
        }
        List<String> known = definition.parameters().stream().map(Parameter::name).toList();
        query.keySet().stream().sorted().filter(name -> !known.contains(name) && !name.equals(SOURCE) && !others.contains(name))
                .forEach(name -> fields.refuse("?" + name, "unknown-parameter",
                        "is no parameter of " + definition.name() + ", which has " + String.join(", ", known)));
        return new IndicatorQuery(definition, given, inputs(fields, definition, query.getOrDefault(SOURCE, List.of())));
    }

    private static Object value(Fields fields, Parameter parameter, String text) {
        Object value = parameter.kind() == Parameter.Kind.CHOICE ? text : number(text);
        String objection = parameter.objection(value);
        if (objection != null) {
            fields.refuse("?" + parameter.name(), "out-of-range", objection + ", is '" + text + "'");
        }
        return value;
    }

    private static Double number(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?") ? Double.valueOf(text) : Double.NaN;
    }

    private static List<Input> inputs(Fields fields, Definition definition, List<String> sources) {
        List<Input> inputs = new ArrayList<>(definition.sources());
        if (sources.size() > inputs.size()) {
            fields.refuse("?source", "too-many", "may be said " + inputs.size() + " times for " + definition.name() + ", is " + sources.size());
            return inputs;
        }
        for (int at = 0; at < sources.size(); at++) {
            String word = sources.get(at);
            int place = at;
            Arrays.stream(Input.values()).filter(input -> input.word().equals(word)).findFirst()
                    .ifPresentOrElse(input -> inputs.set(place, input), () -> fields.refuse("?source", "unknown", "must be one of "
                            + Arrays.stream(Input.values()).map(Input::word).collect(Collectors.joining(", ")) + ", is '" + word + "'"));
        }
        return inputs;
    }

    /** Its lines at each bar. */
    double[][] over(Bars bars) {
        return definition.over(parameters, Stream.concat(inputs.stream(), definition.columns().stream()).map(input -> input.of(bars))
                .toArray(double[][]::new));
    }
}
