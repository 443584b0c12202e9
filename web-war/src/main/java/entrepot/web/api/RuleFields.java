package entrepot.web.api;

import entrepot.trading.expression.Problem;
import entrepot.trading.expression.Rule;
import entrepot.trading.expression.Variables;
import entrepot.trading.strategy.RuleStrategy;
import java.util.List;

/** Reads rules that a person wrote; what is wrong in one is told with its line and column. */
final class RuleFields {

    private static final String CODE = "rule";

    private RuleFields() {}

    /** Null where something is wrong, in these fields or in others read before. */
    static RuleStrategy rule(Fields fields, String entry, String exit, String shortEntry, String shortExit, String parameters) {
        Variables variables = variables(fields, "/parameters", parameters);
        boolean any = condition(fields, "/entry", entry, variables) | condition(fields, "/shortEntry", shortEntry, variables);
        if (!any) {
            fields.refuse("/entry", "missing", "is required where there is no shortEntry");
        }
        leaves(fields, "/exit", exit, entry, variables);
        leaves(fields, "/shortExit", shortExit, shortEntry, variables);
        return fields.errors().isEmpty() ? new RuleStrategy(entry, exit, shortEntry, shortExit, variables) : null;
    }

    private static void leaves(Fields fields, String pointer, String rule, String entry, Variables variables) {
        if (condition(fields, pointer, rule, variables) && (entry == null || entry.isBlank())) {
            fields.refuse(pointer, "without-entry", "leaves what has no entry");
        }
    }

    /** None where they are wrong. */
    static Variables variables(Fields fields, String pointer, String text) {
        Variables.Read read = Variables.read(text == null ? "" : text);
        refuse(fields, pointer, read.problems());
        return read.variables();
    }

    /** @return whether there is one, right or wrong */
    static boolean condition(Fields fields, String pointer, String text, Variables variables) {
        boolean given = text != null && !text.isBlank();
        if (given) {
            refuse(fields, pointer, Rule.condition(text, variables).problems());
        }
        return given;
    }

    /** As {@link #condition}, of a number. */
    static boolean number(Fields fields, String pointer, String text, Variables variables) {
        boolean given = text != null && !text.isBlank();
        if (given) {
            refuse(fields, pointer, Rule.number(text, variables).problems());
        }
        return given;
    }

    private static void refuse(Fields fields, String pointer, List<Problem> problems) {
        problems.forEach(problem -> fields.refuse(pointer, CODE, problem.words()));
    }
}
