package entrepot.web.api;

import entrepot.trading.expression.Variables;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.Universe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A screen to be saved.
 *
 * @param name      as in the path where it is changed
 * @param rankedBy  an expression of a number
 * @param order     HIGHEST where absent, or LOWEST
 * @param most      how many are picked; 20 where absent
 * @param kind      of instruments, or absent; {@code symbols} likewise; all where both are absent
 * @param staleDays how many days the last bar may be before the day; 7 where absent
 * @param adjusted  true where absent
 * @param nightly   false where absent
 * @param note      why, or absent
 */
public record ScreenBody(String name, String condition, String parameters, String rankedBy, String order, Integer most, List<Column> columns,
        String kind, List<String> symbols, Integer staleDays, Boolean adjusted, Boolean nightly, String note) {

    private static final int MOST = 20;
    private static final int STALE = 7;

    /** A further figure. */
    public record Column(String name, String expression) {}

    /** What is to be saved. */
    public record Wanted(String name, Screen screen, boolean nightly, String note) {}

    /** @param path name in the path, or null; @throws ApiProblem with everything that is wrong */
    public Wanted read(String path) {
        Fields fields = new Fields();
        String called = SavedVersions.name(fields, path, name);
        Variables variables = RuleFields.variables(fields, "/parameters", parameters);
        if (!RuleFields.condition(fields, "/condition", condition, variables)) {
            fields.refuse("/condition", "missing", "is required");
        }
        if (!RuleFields.number(fields, "/rankedBy", rankedBy, variables)) {
            fields.refuse("/rankedBy", "missing", "is required");
        }
        Screen.Order first = fields.oneOfIfGiven("/order", order, Screen.Order.class, Screen.Order.HIGHEST);
        int picked = within(fields, "/most", most == null ? MOST : most, 1, Screen.MOST_PICKED);
        List<Screen.Column> further = columns(fields, variables);
        Universe universe = universe(fields);
        int stale = within(fields, "/staleDays", staleDays == null ? STALE : staleDays, 0, Screen.MOST_STALE);
        String why = fields.textIfGiven("/note", note, 200);
        fields.check();
        return new Wanted(called, new Screen(condition, variables, rankedBy, first, picked, further, universe, stale, !Boolean.FALSE.equals(adjusted)),
                Boolean.TRUE.equals(nightly), why);
    }

    private static int within(Fields fields, String pointer, int value, int least, int most) {
        if (value < least || value > most) {
            fields.refuse(pointer, "range", "must be " + least + " to " + most + ", is " + value);
        }
        return value;
    }

    private List<Screen.Column> columns(Fields fields, Variables variables) {
        List<Column> asked = columns == null ? List.of() : columns;
        within(fields, "/columns", asked.size(), 0, Screen.MOST_COLUMNS);
        List<Screen.Column> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int at = 0; at < asked.size(); at++) {
            String pointer = "/columns/" + at;
            Column one = fields.required(pointer, asked.get(at));
            if (one == null) {
                continue;
            }
            String heading = fields.text(pointer + "/name", one.name(), Screen.Column.LONGEST_NAME);
            if (heading != null && !names.add(heading)) {
                fields.refuse(pointer + "/name", "twice", "'" + heading + "' is the name of another column");
            }
            if (!RuleFields.number(fields, pointer + "/expression", one.expression(), variables)) {
                fields.refuse(pointer + "/expression", "missing", "is required");
            }
            if (heading != null) {
                read.add(new Screen.Column(heading, one.expression()));
            }
        }
        return read;
    }

    /** Null where it is wrong. */
    private Universe universe(Fields fields) {
        InstrumentKind sort = fields.oneOfIfGiven("/kind", kind, InstrumentKind.class, null);
        if (symbols == null) {
            return new Universe(sort, null);
        }
        if (kind != null) {
            fields.refuse("/symbols", "both", "cannot be listed where a kind is said");
        }
        within(fields, "/symbols", symbols.size(), 1, Universe.MOST_LISTED);
        for (int at = 0; at < symbols.size(); at++) {
            fields.text("/symbols/" + at, symbols.get(at), 32);
        }
        return fields.errors().isEmpty() ? new Universe(null, symbols) : null;
    }
}
