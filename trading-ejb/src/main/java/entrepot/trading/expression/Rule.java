package entrepot.trading.expression;

import java.util.List;
import java.util.function.Predicate;

/**
 * A rule that was read.
 *
 * @param problems all that is wrong; none of a rule that may run
 * @param type     null where something is wrong
 * @param warmUp   bars before everything in it is defined
 */
public record Rule(List<Problem> problems, Type type, int warmUp) {

    public static Rule read(String text, Variables variables) {
        Steps steps = new Steps();
        Problems problems = new Problems(text);
        Value value = value(text, variables, steps, problems);
        return new Rule(problems.inOrder(), value == null ? null : value.type(), value == null ? 0 : steps.warmUp(value.slot()));
    }

    /** As {@link #read}, of what must be a condition. */
    public static Rule condition(String text, Variables variables) {
        return wanted(text, variables, type -> type == Type.BOOLEAN, "a condition, as in close > sma(20)");
    }

    /** As {@link #read}, of what must be a number; a constant is one. */
    public static Rule number(String text, Variables variables) {
        return wanted(text, variables, Type::isNumber, "a number, as in roc(60)");
    }

    private static Rule wanted(String text, Variables variables, Predicate<Type> fits, String wanted) {
        Rule read = read(text, variables);
        if (read.type == null || fits.test(read.type)) {
            return read;
        }
        Problem problem = Problem.of(text, 0, text.length(), "must be " + wanted + ", but is " + read.type.words(), null);
        return new Rule(List.of(problem), null, 0);
    }

    /** As it is kept: one blank between two words. Empty where there is none. */
    public static String plain(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    /** Null where something is wrong. */
    static Value value(String text, Variables variables, Steps steps, Problems problems) {
        if (text.length() > Program.LONGEST) {
            problems.addLast(Program.LONGEST, text.length() - Program.LONGEST,
                    "has " + text.length() + " characters, may have " + Program.LONGEST);
            return null;
        }
        if (text.isBlank()) {
            problems.addLast(0, 0, "is empty; expected for example close > sma(20)");
            return null;
        }
        Value value = new Checker(variables, steps, problems).value(Parser.parse(text, problems));
        return problems.none() ? value : null;
    }
}
