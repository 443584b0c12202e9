package entrepot.trading.strategy;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.market.Bars;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A built-in strategy with a value for each of its parameters. */
public final class Configured implements Strategy {

    private final BuiltIn builtIn;
    private final Map<String, Object> values;
    private final Strategy strategy;

    Configured(BuiltIn builtIn, Map<String, Object> given) {
        this.builtIn = builtIn;
        this.strategy = builtIn.make(given);
        this.values = new TreeMap<>(given);
        builtIn.parameters().forEach(parameter -> values.putIfAbsent(parameter.name(), parameter.standard()));
    }

    /** From {@link #settings}. */
    public static Configured read(BuiltIn builtIn, String settings) {
        Map<String, Object> values = new HashMap<>();
        for (String pair : settings.isEmpty() ? new String[0] : settings.split(" ")) {
            String[] parts = pair.split("=", 2);
            boolean word = builtIn.parameters().stream().anyMatch(one -> one.name().equals(parts[0]) && one.kind() == Parameter.Kind.CHOICE);
            values.put(parts[0], word ? parts[1] : Double.valueOf(parts[1]));
        }
        return new Configured(builtIn, values);
    }

    public BuiltIn builtIn() {
        return builtIn;
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        Object value = values.get(parameter.name());
        return value instanceof Double number ? Parameter.plain(number) : value.toString();
    }

    /** All of them, one blank between two: {@code entry=20 exit=10 side=LONG_ONLY}. */
    public String settings() {
        return builtIn.parameters().stream().map(one -> one.name() + "=" + value(one)).collect(Collectors.joining(" "));
    }

    @Override
    public Decisions on(Bars bars) {
        return strategy.on(bars);
    }

    @Override
    public String words() {
        return strategy.words();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configured same && builtIn == same.builtIn && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return words();
    }
}
