package entrepot.trading.strategy.server;

import entrepot.platform.sql.Database;
import entrepot.trading.strategy.SavedStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The rows of saved strategies. They are only added. */
@ApplicationScoped
class StrategyTable {

    private static final String COLUMNS = "SELECT name, version, entry, exit_rule AS `exit`, short_entry, short_exit, parameters, note,"
            + " saved_at, saved_by FROM strategy_version v";
    private static final String LATEST = " version = (SELECT MAX(version) FROM strategy_version w WHERE w.name = v.name)";

    @Inject
    private Database database;

    /** @return false where that version is there already */
    boolean add(SavedStrategy saved) {
        StrategyRow row = StrategyRow.of(saved);
        return database.jdbi().withHandle(handle -> handle.execute("INSERT IGNORE INTO strategy_version (name, version, entry, exit_rule,"
                        + " short_entry, short_exit, parameters, note, saved_at, saved_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.name(), row.version(), row.entry(), row.exit(), row.shortEntry(), row.shortExit(), row.parameters(), row.note(),
                row.savedAt(), row.savedBy())) == 1;
    }

    /** The latest version of each, by name. @param after a name, or "" for the first */
    List<SavedStrategy> latest(String after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE name > :after AND" + LATEST + " ORDER BY name LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(StrategyRow.class)
                .map(StrategyRow::saved)
                .list());
    }

    /** @param version 0 for the latest */
    Optional<SavedStrategy> find(String name, int version) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE name = :name AND (version = :version OR :version = 0 AND" + LATEST + ")")
                .bind("name", name)
                .bind("version", version)
                .mapTo(StrategyRow.class)
                .map(StrategyRow::saved)
                .findOne());
    }

    /** The latest first. */
    List<SavedStrategy> versions(String name, int before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE name = :name AND version < :before ORDER BY version DESC LIMIT :limit")
                .bind("name", name)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(StrategyRow.class)
                .map(StrategyRow::saved)
                .list());
    }
}
