package entrepot.trading.strategy;

import entrepot.trading.expression.Program;
import entrepot.trading.expression.Rule;
import entrepot.trading.expression.RulePart;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Definition.Scale;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what rules say that a person wrote. Each is a condition; what is undefined is not true.
 *
 * @param entry      when to go long, or null never to
 * @param exit       when to leave that; nothing is entered while it is true; null to stay until the other side is entered
 * @param shortEntry as {@code entry}, short
 * @param shortExit  when to leave that
 */
public record RuleStrategy(String entry, String exit, String shortEntry, String shortExit, Variables variables) implements Tunable {

    public RuleStrategy {
        entry = plain(entry);
        exit = plain(exit);
        shortEntry = plain(shortEntry);
        shortExit = plain(shortExit);
        if (entry == null && shortEntry == null || entry == null && exit != null || shortEntry == null && shortExit != null) {
            throw new IllegalArgumentException("entry is " + entry + ", exit is " + exit + ", shortEntry is " + shortEntry
                    + ", shortExit is " + shortExit + ", must be one entry or more, and no exit without its entry");
        }
        for (String rule : given(entry, exit, shortEntry, shortExit)) {
            Rule.condition(rule, variables).problems().stream().findFirst().ifPresent(problem -> {
                throw new IllegalArgumentException("'" + rule + "', " + problem.words());
            });
        }
    }

    /** Null of none. */
    private static String plain(String rule) {
        String plain = Rule.plain(rule);
        return plain.isEmpty() ? null : plain;
    }

    private static List<String> given(String... rules) {
        return Stream.of(rules).filter(Objects::nonNull).toList();
    }

    @Override
    public RuleStrategy with(Map<String, Object> values) {
        Map<String, Double> numbers = values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> (Double) one.getValue()));
        return new RuleStrategy(entry, exit, shortEntry, shortExit, variables.with(numbers));
    }

    @Override
    public Decisions on(Bars bars) {
        List<String> rules = given(entry, exit, shortEntry, shortExit);
        double[][] found = Program.of(variables, rules).over(bars);
        return new RuleDecisions(bars.size(), of(rules, found, entry), of(rules, found, exit), of(rules, found, shortEntry),
                of(rules, found, shortExit));
    }

    @Override
    public List<Sight> sights(Bars bars) {
        List<Sight> sights = new ArrayList<>();
        see(sights, "entry", entry, bars);
        see(sights, "exit", exit, bars);
        see(sights, "shortEntry", shortEntry, bars);
        see(sights, "shortExit", shortExit, bars);
        return sights;
    }

    private void see(List<Sight> sights, String name, String rule, Bars bars) {
        if (rule != null) {
            RulePart.of(rule, variables, bars).forEach(part -> sights.add(new Sight(name, part.text(), part.depth(),
                    part.scale() == null ? Sight.Kind.CONDITION : part.scale() == Scale.PRICE ? Sight.Kind.PRICE : Sight.Kind.NUMBER, part.values())));
        }
    }

    /** Equal rules share a column. */
    private static double[] of(List<String> rules, double[][] found, String rule) {
        return rule == null ? null : found[rules.indexOf(rule)];
    }

    @Override
    public String words() {
        List<String> words = new ArrayList<>(List.of("rule"));
        add(words, "entry", entry);
        add(words, "exit", exit);
        add(words, "shortEntry", shortEntry);
        add(words, "shortExit", shortExit);
        if (!variables.all().isEmpty()) {
            words.add(variables.values());
        }
        return String.join(" ", words);
    }

    private static void add(List<String> words, String name, String rule) {
        if (rule != null) {
            words.add(name + "=(" + rule + ")");
        }
    }
}
