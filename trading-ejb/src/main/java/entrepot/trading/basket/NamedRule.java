package entrepot.trading.basket;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A rule by its name. @param settings all of them, {@code name=value} with one blank between two */
public record NamedRule(RuleKind kind, String settings) {

    /** @param given the standard for what is not given */
    public static NamedRule of(RuleKind kind, Map<String, Object> given) {
        kind.with(given);
        return new NamedRule(kind, kind.parameters().stream().map(one -> one.name() + "=" + Parameter.words(given.getOrDefault(one.name(), one.standard())))
                .collect(Collectors.joining(" ")));
    }

    public Rule rule() {
        return kind.with(Settings.read(kind.parameters(), settings));
    }

    /** The same with other values. @throws IllegalArgumentException where one is not known, or they do not hold */
    public NamedRule with(Map<String, Object> others) {
        return of(kind, Settings.changed(kind.parameters(), settings, others));
    }

    /** As a person would write them, by name. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Object> read = Settings.read(kind.parameters(), settings);
        kind.parameters().forEach(one -> values.put(one.name(), Parameter.words(read.get(one.name()))));
        return values;
    }
}
