package entrepot.web.api;

import entrepot.trading.strategy.RuleStrategy;

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
        String called = SavedVersions.name(fields, path, name);
        String why = fields.textIfGiven("/note", note, 200);
        RuleStrategy rule = RuleFields.rule(fields, entry, exit, shortEntry, shortExit, parameters);
        fields.check();
        return new Wanted(called, rule, why);
    }
}
