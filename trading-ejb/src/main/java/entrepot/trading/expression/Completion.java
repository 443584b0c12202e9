package entrepot.trading.expression;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may stand at a place of a text that is being written.
 *
 * @param from      first character that a proposal replaces, to the caret
 * @param proposals in the order in which they are offered
 */
public record Completion(int from, List<Proposal> proposals) {

    /**
     * @param text  to write
     * @param about what it is, as {@code sma(close, n=20)}
     */
    public record Proposal(String text, Kind kind, String about) {}

    public enum Kind {
        COLUMN, VARIABLE, INDICATOR, FUNCTION, OPERATOR, LINE, PARAMETER, CHOICE
    }

    /** @param caret characters before it; what stands behind it plays no part */
    public static Completion at(String text, int caret, Variables variables) {
        String before = text.substring(0, Math.max(0, Math.min(caret, Math.min(text.length(), Program.LONGEST))));
        List<Token> tokens = Lexer.tokens(before, new Problems(before));
        List<Token> words = tokens.subList(0, tokens.size() - 1);
        boolean writing = !words.isEmpty() && words.get(words.size() - 1).isName() && words.get(words.size() - 1).end() == before.length();
        List<Token> done = writing ? words.subList(0, words.size() - 1) : words;
        String prefix = writing ? words.get(words.size() - 1).text() : "";
        List<Proposal> possible = new Place(done, variables).proposals();
        return new Completion(before.length() - prefix.length(),
                possible.stream().filter(one -> one.text().startsWith(prefix.toLowerCase()) && !one.text().equals(prefix)).toList());
    }

    /** Behind some words. */
    private record Place(List<Token> before, Variables variables) {

        List<Proposal> proposals() {
            Optional<Definition> closed = is(0, ".") ? closed() : Optional.empty();
            if (is(0, ".")) {
                return closed.map(one -> one.lines().stream().map(line -> new Proposal(line, Kind.LINE, one.name() + "." + line)).toList())
                        .orElse(List.of());
            }
            if (isValue()) {
                return List.of(new Proposal("and", Kind.OPERATOR, "both"), new Proposal("or", Kind.OPERATOR, "one of them or both"));
            }
            Optional<Definition> around = around();
            if (is(0, "=") && around.isPresent()) {
                return choices(around.get());
            }
            List<Proposal> all = new ArrayList<>();
            if (around.isPresent() && (is(0, "(") || is(0, ","))) {
                around.get().parameters().forEach(one -> all.add(new Proposal(one.name() + "=", Kind.PARAMETER, limits(one))));
            }
            addValues(all);
            return all;
        }

        private List<Proposal> choices(Definition definition) {
            List<Proposal> all = new ArrayList<>();
            definition.parameters().stream().filter(one -> before.size() > 1 && back(1).text().equals(one.name()))
                    .forEach(one -> one.choices().forEach(choice -> all.add(new Proposal(choice, Kind.CHOICE, limits(one)))));
            if (all.isEmpty()) {
                variables.all().forEach(one -> all.add(new Proposal(one.name(), Kind.VARIABLE, one.words())));
            }
            return all;
        }

        private void addValues(List<Proposal> all) {
            variables.all().forEach(one -> all.add(new Proposal(one.name(), Kind.VARIABLE, one.words())));
            Names.COLUMNS.forEach(one -> all.add(new Proposal(one, Kind.COLUMN, "of the bar")));
            for (Function one : Function.values()) {
                all.add(new Proposal(one.word() + "(", Kind.FUNCTION, one.signature() + ": " + one.meaning()));
            }
            Catalogue.all().forEach(one -> all.add(new Proposal(one.name() + "(", Kind.INDICATOR,
                    IndicatorCall.signature(one) + ": " + one.title())));
            all.add(new Proposal("not", Kind.OPERATOR, "the contrary"));
        }

        private static String limits(Parameter one) {
            return one.kind() == Parameter.Kind.CHOICE ? String.join(", ", one.choices())
                    : Variable.plain(one.least()) + " to " + Variable.plain(one.most()) + ", usually " + one.standardWords();
        }

        /** Whether a value has ended here, so that an operator follows. */
        private boolean isValue() {
            return !before.isEmpty() && (back(0).kind() == Token.Kind.NUMBER || is(0, ")") || is(0, "]")
                    || back(0).isName() && !Names.OPERATORS.contains(back(0).text()));
        }

        /** The indicator before the point. */
        private Optional<Definition> closed() {
            int at = before.size() - 2;
            if (at >= 0 && before.get(at).is(")")) {
                at = opening(at - 1) - 1;
            }
            return at < 0 ? Optional.empty() : Catalogue.find(before.get(at).text());
        }

        /** The indicator in whose parentheses this is. */
        private Optional<Definition> around() {
            int at = opening(before.size() - 1) - 1;
            return at < 0 ? Optional.empty() : Catalogue.find(before.get(at).text());
        }

        /** Of the parenthesis that is open there; -1 where none is. */
        private int opening(int from) {
            int closed = 0;
            for (int at = from; at >= 0; at--) {
                closed += before.get(at).is(")") ? 1 : 0;
                if (before.get(at).is("(") && closed-- == 0) {
                    return at;
                }
            }
            return -1;
        }

        private boolean is(int back, String symbol) {
            return before.size() > back && back(back).is(symbol);
        }

        private Token back(int count) {
            return before.get(before.size() - 1 - count);
        }
    }
}
