package entrepot.trading.strategy;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.market.Bars;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A built-in strategy with a value for each of its parameters. */
public final class Configured implements Tunable {

    private final BuiltIn builtIn;
    private final Map<String, Object> values;
    private final Strategy strategy;

    Configured(BuiltIn builtIn, Map<String, Object> given) {
        this.builtIn = builtIn;
        this.strategy = builtIn.make(given);
        this.values = new TreeMap<>(given);
        builtIn.parameters().forEach(parameter -> values.putIfAbsent(parameter.name(), parameter.standard()));
    }

    @Override
    public Configured with(Map<String, Object> others) {
        Map<String, Object> all = new TreeMap<>(values);
        all.putAll(others);
        return new Configured(builtIn, all);
    }

    /** From {@link #settings}. */
    public static Configured read(BuiltIn builtIn, String settings) {
        return new Configured(builtIn, Settings.read(builtIn.parameters(), settings));
    }

    public BuiltIn builtIn() {
        return builtIn;
    }

    /** The rule that is learned; null of any other. */
    public Learned learned() {
        return strategy instanceof Learned learned ? learned : null;
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        return Parameter.words(values.get(parameter.name()));
    }

    /** All of them, one blank between two: {@code entry=20 exit=10 side=LONG_ONLY}. */
    public String settings() {
        return Parameter.settings(builtIn.parameters(), this::value);
    }

    /** Those of them that are not as they stand; empty where all are. */
    public String changed() {
        return builtIn.parameters().stream().filter(one -> !value(one).equals(one.standardWords())).map(one -> one.name() + "=" + value(one))
                .collect(Collectors.joining(" "));
    }

    @Override
    public Decisions on(Bars bars) {
        return strategy.on(bars);
    }

    @Override
    public List<Sight> sights(Bars bars) {
        return strategy.sights(bars);
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
