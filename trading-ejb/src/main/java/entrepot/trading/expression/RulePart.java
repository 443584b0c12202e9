package entrepot.trading.expression;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.indicator.Definition.Scale;
import entrepot.trading.indicator.Input;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A rule, or something that a rule is made of, with what it was at each bar. A part is a rule of its own: read by itself it has the same values.
 *
 * @param depth  0 of the rule itself, 1 of its parts, and so on
 * @param scale  where it belongs on a chart: PRICE or OWN; null of a condition
 * @param values a number, or 1 where it is true and 0 where not; not a number where it is undefined
 */
public record RulePart(String text, int depth, Scale scale, double[] values) {

    /** The rule, then its parts from left to right, each before its own. Columns of the bar, constants and what is there twice are left out. */
    public static List<RulePart> of(String rule, Variables variables, Bars bars) {
        Problems problems = new Problems(rule);
        Syntax whole = Parser.parse(rule, problems);
        if (!problems.none()) {
            throw new IllegalArgumentException("'" + rule + "', " + problems.inOrder().get(0).words());
        }
        Steps steps = new Steps();
        List<RulePart> found = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        collect(whole, 0, rule, variables, steps, found, values);
        double[][] columns = steps.program(values).over(bars);
        return IntStream.range(0, columns.length)
                .mapToObj(at -> new RulePart(found.get(at).text, found.get(at).depth, found.get(at).scale, columns[at])).toList();
    }

    private static void collect(Syntax syntax, int depth, String rule, Variables variables, Steps steps, List<RulePart> found, List<Value> values) {
        Value value = new Checker(variables, steps, new Problems(rule)).value(syntax);
        boolean told = value != null && !value.isConstant() && !isColumn(syntax) && found.stream().noneMatch(one -> one.text.equals(Wording.of(syntax)));
        if (told) {
            found.add(new RulePart(Wording.of(syntax), depth, value.type().isNumber() ? scale(syntax, value, variables) : null, null));
            values.add(value);
        }
        Wording.parts(syntax).forEach(part -> collect(part, depth + 1, rule, variables, steps, found, values));
    }

    private static boolean isColumn(Syntax syntax) {
        return syntax instanceof Syntax.Name name && column(name) != null;
    }

    private static Input column(Syntax.Name name) {
        for (Input input : Input.values()) {
            if (input.word().equals(name.name())) {
                return input;
            }
        }
        return null;
    }

    /** An indicator knows where it belongs; a price remains one bars later, at its highest, and times a number. */
    private static Scale scale(Syntax syntax, Value value, Variables variables) {
        if (value.indicator() != null && value.indicator().scale() != Scale.SOURCE) {
            return value.indicator().scale();
        }
        return isPrice(syntax, variables) ? Scale.PRICE : Scale.OWN;
    }

    private static boolean isPrice(Syntax syntax, Variables variables) {
        if (syntax instanceof Syntax.Name name && column(name) != null) {
            return column(name) != Input.VOLUME;
        }
        if (syntax instanceof Syntax.Ago ago) {
            return isPrice(ago.of(), variables);
        }
        if (syntax instanceof Syntax.Line line) {
            return isPrice(line.of(), variables);
        }
        if (syntax instanceof Syntax.Binary binary) {
            return "*/".contains(binary.operator().text()) && isPrice(binary.left(), variables) && isConstant(binary.right(), variables);
        }
        if (syntax instanceof Syntax.Name || syntax instanceof Syntax.Call) {
            return isPriceCall(syntax, variables);
        }
        return false;
    }

    /** What reads no other series reads the close, a price. */
    private static boolean isPriceCall(Syntax syntax, Variables variables) {
        String name = syntax instanceof Syntax.Call call ? call.name() : ((Syntax.Name) syntax).name();
        Syntax first = Wording.parts(syntax).stream().filter(part -> !isConstant(part, variables)).findFirst().orElse(null);
        var indicator = Catalogue.find(name);
        if (indicator.isPresent()) {
            return indicator.get().scale() == Scale.PRICE
                    || indicator.get().scale() == Scale.SOURCE && indicator.get().sources().get(0) != Input.VOLUME && (first == null || isPrice(first, variables));
        }
        return List.of(Function.HIGHEST.word(), Function.LOWEST.word(), Function.MIN.word(), Function.MAX.word()).contains(name) && first != null && isPrice(first, variables);
    }

    /** A number, or made of numbers alone, with a name or without. */
    private static boolean isConstant(Syntax syntax, Variables variables) {
        return syntax instanceof Syntax.Number || syntax instanceof Syntax.Name name && variables.find(name.name()).isPresent()
                || (syntax instanceof Syntax.Unary || syntax instanceof Syntax.Binary) && Wording.parts(syntax).stream().allMatch(part -> isConstant(part, variables));
    }
}
