package entrepot.trading.strategy.server;

import entrepot.trading.expression.Variables;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;
import java.time.LocalDateTime;

/** A version as its row says. */
record StrategyRow(String name, int version, String entry, String exit, String shortEntry, String shortExit, String parameters, String note,
        LocalDateTime savedAt, String savedBy) {

    static StrategyRow of(SavedStrategy saved) {
        RuleStrategy rule = saved.rule();
        return new StrategyRow(saved.name(), saved.version(), rule.entry(), rule.exit(), rule.shortEntry(), rule.shortExit(),
                rule.variables().words(), saved.note(), saved.savedAt(), saved.savedBy());
    }

    SavedStrategy saved() {
        return new SavedStrategy(name, version, new RuleStrategy(entry, exit, shortEntry, shortExit, Variables.of(parameters)), note, savedAt,
                savedBy);
    }
}
