package entrepot.trading.screen;

import entrepot.trading.expression.Program;
import entrepot.trading.expression.Rule;
import entrepot.trading.expression.Variables;
import java.util.ArrayList;
import java.util.List;

/**
 * A question to many instruments.
 *
 * @param condition what must be true at the last bar
 * @param rankedBy  a number at the last bar, by which those that pass are ranked
 * @param most      how many of these are picked
 * @param staleDays how many days the last bar may be before the day
 * @param adjusted  whether prices are adjusted by the splits and dividends known on the day, else raw
 */
public record Screen(String condition, Variables variables, String rankedBy, Order order, int most, List<Column> columns, Universe universe,
        int staleDays, boolean adjusted) {

    public static final int MOST_PICKED = 1_000;
    public static final int MOST_COLUMNS = 8;
    public static final int MOST_STALE = 3_660;

    /** Which rank comes first. */
    public enum Order { HIGHEST, LOWEST }

    /** A further figure of each instrument. @param name of its heading */
    public record Column(String name, String expression) {
        public static final int LONGEST_NAME = 32;

        public Column {
            expression = Rule.plain(expression);
            if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("name of a column is '" + name + "', must have 1 to " + LONGEST_NAME + " characters");
            }
        }
    }

    public Screen {
        condition = Rule.plain(condition);
        rankedBy = Rule.plain(rankedBy);
        columns = List.copyOf(columns);
        within("most", most, 1, MOST_PICKED);
        within("staleDays", staleDays, 0, MOST_STALE);
        within("number of columns", columns.size(), 0, MOST_COLUMNS);
        if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("names of columns are " + columns.stream().map(Column::name).toList() + ", must differ");
        }
        refuse(condition, Rule.condition(condition, variables));
        refuse(rankedBy, Rule.number(rankedBy, variables));
        for (Column column : columns) {
            refuse(column.expression(), Rule.number(column.expression(), variables));
        }
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + value + ", must be " + least + " to " + most);
        }
    }

    private static void refuse(String rule, Rule read) {
        read.problems().stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException("'" + rule + "', " + problem.words());
        });
    }

    /** Bars that condition and rank need, the last one included. */
    int barsNeeded() {
        return 1 + Math.max(Rule.condition(condition, variables).warmUp(), Rule.number(rankedBy, variables).warmUp());
    }

    /** Condition, rank, columns, in this order. */
    Program program() {
        List<String> rules = new ArrayList<>(List.of(condition, rankedBy));
        columns.forEach(column -> rules.add(column.expression()));
        return Program.of(variables, rules);
    }

    /** What a result is the answer to. */
    String words() {
        return condition + " | " + variables.values() + " | " + rankedBy + " | " + order + " | " + most + " | " + columns + " | " + universe + " | "
                + staleDays + " | " + adjusted;
    }
}
