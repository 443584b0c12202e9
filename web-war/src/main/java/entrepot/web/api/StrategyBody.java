package entrepot.web.api;

import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;

/**
 * Rules to be saved, as {@link BacktestBody} has them.
 *
 * @param name as in the path where it is changed
 * @param note why, or absent
 */
public record StrategyBody(String name, String entry, String exit, String shortEntry, String shortExit, String parameters, String note) {

    /** What is to be saved. */
    public record Wanted(String name, RuleStrategy rule, String note) {}

    /** @param path name in the path, or null; @throws ApiProblem with everything that is wrong */
    public Wanted read(String path) {
        Fields fields = new Fields();
        String called = path == null ? fields.text("/name", name, 64) : path;
        if (called != null && !SavedStrategy.NAME.matcher(called).matches()) {
            fields.refuse("/name", "characters", "must be 1 to 64 letters, digits, blanks, '.', '_' and '-', and begin with a letter or digit");
        }
        if (path != null && name != null && !name.equals(path)) {
            fields.refuse("/name", "differs", "must be as in the path, " + path);
        }
        String why = fields.textIfGiven("/note", note, 200);
        RuleStrategy rule = RuleFields.rule(fields, entry, exit, shortEntry, shortExit, parameters);
        fields.check();
        return new Wanted(called, rule, why);
    }
}
