package entrepot.web.api;

import entrepot.trading.expression.Problem;
import entrepot.trading.expression.Rule;
import entrepot.trading.expression.Variables;
import java.util.List;

/** Reads rules that a person wrote; what is wrong in one is told with its line and column. */
final class RuleFields {

    private static final String CODE = "rule";

    private RuleFields() {}

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

    private static void refuse(Fields fields, String pointer, List<Problem> problems) {
        problems.forEach(problem -> fields.refuse(pointer, CODE, problem.words()));
    }
}
