package entrepot.trading.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values of all parameters of an indicator or a strategy: those given and, for the others, the standard. */
public final class Settings {

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * @param given numbers as {@link Double}, choices as words
     * @throws IllegalArgumentException where a parameter is not known or its value will not do
     */
    static Settings of(Definition definition, Map<String, Object> given) {
        return of(definition.name(), definition.parameters(), given);
    }

    /** As above. @param name of what is set by them */
    public static Settings of(String name, List<Parameter> parameters, Map<String, Object> given) {
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            Object value = given.getOrDefault(parameter.name(), parameter.standard());
            String objection = parameter.objection(value);
            if (objection != null) {
                throw new IllegalArgumentException(name + ": " + parameter.name() + " is " + value + ", " + objection);
            }
            values.put(parameter.name(), value);
        }
        if (!values.keySet().containsAll(given.keySet())) {
            throw new IllegalArgumentException(name + " has the parameters " + values.keySet() + ", not " + given.keySet());
        }
        return new Settings(values);
    }

    /** What {@code name=value} pairs say, one blank between two, as {@link #of} takes it. */
    public static Map<String, Object> read(List<Parameter> parameters, String pairs) {
        Map<String, Object> values = new HashMap<>();
        for (String pair : pairs.isEmpty() ? new String[0] : pairs.split(" ")) {
            String[] parts = pair.split("=", 2);
            boolean word = parameters.stream().anyMatch(one -> one.name().equals(parts[0]) && one.kind() == Parameter.Kind.CHOICE);
            values.put(parts[0], word ? parts[1] : Double.valueOf(parts[1]));
        }
        return values;
    }

    /** As {@link #read}, with some of them changed. */
    public static Map<String, Object> changed(List<Parameter> parameters, String pairs, Map<String, Object> others) {
        Map<String, Object> all = read(parameters, pairs);
        all.putAll(others);
        return all;
    }

    public int whole(String name) {
        return (int) number(name);
    }

    public double number(String name) {
        return (double) values.get(name);
    }

    public String choice(String name) {
        return (String) values.get(name);
    }

    boolean is(String name, String choice) {
        return choice(name).equals(choice);
    }
}
