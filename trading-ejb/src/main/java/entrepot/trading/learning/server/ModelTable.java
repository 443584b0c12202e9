package entrepot.trading.learning.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of models. They are only added. */
@ApplicationScoped
class ModelTable {

    private static final String COLUMNS = "SELECT number, id, backtest, fit, symbol, data_hash, from_time, fitted_time, until_time, features, settings,"
            + " chosen, seed, samples, base, content_hash, figures, trained_at, trained_by FROM learned_model";

    @Inject
    private Database database;

    private record Stored(long number, UUID id, UUID backtest, int fit, String symbol, String dataHash, long fromTime, long fittedTime, long untilTime,
            String features, String settings, String chosen, long seed, int samples, double base, String contentHash, String figures,
            LocalDateTime trainedAt, String trainedBy) {
        ModelRow row() {
            return new ModelRow(number, id, backtest, fit, symbol, dataHash, fromTime, fittedTime, untilTime, features, settings, chosen, seed, samples,
                    base, contentHash, StoredJson.read(figures, ModelFigures.class), trainedAt, trainedBy);
        }
    }

    void add(ModelRow row, String content) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO learned_model (number, id, backtest, fit, symbol, data_hash, from_time,"
                        + " fitted_time, until_time, features, settings, chosen, seed, samples, base, content, content_hash, figures, trained_at, trained_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.number(), row.id(), row.backtest(), row.fit(), row.symbol(), row.dataHash(), row.fromTime(), row.fittedTime(), row.untilTime(),
                row.features(), row.settings(), row.chosen(), row.seed(), row.samples(), row.base(), content, row.contentHash(),
                StoredJson.write(row.figures()), row.trainedAt(), row.trainedBy()));
    }

    void add(UUID backtest, Study study) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO learned_study (backtest, content) VALUES (?, ?)", backtest, StoredJson.write(study)));
    }

    Optional<Study> study(UUID backtest) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT content FROM learned_study WHERE backtest = ?")
                .bind(0, backtest)
                .mapTo(String.class)
                .findOne()
                .map(content -> StoredJson.read(content, Study.class)));
    }

    Optional<ModelRow> find(UUID id) {
        return database.jdbi().withHandle(handle -> handle.createQuery(COLUMNS + " WHERE id = ?").bind(0, id).mapTo(Stored.class).map(Stored::row).findOne());
    }

    /** Newest first. @param symbol null for all, as {@code backtest} */
    List<ModelRow> list(String symbol, UUID backtest, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE number < :before AND (:symbol IS NULL OR symbol = :symbol) AND (:backtest IS NULL OR backtest = :backtest)"
                        + " ORDER BY number DESC LIMIT :limit")
                .bind("before", before)
                .bind("symbol", symbol)
                .bind("backtest", backtest)
                .bind("limit", limit)
                .mapTo(Stored.class)
                .map(Stored::row)
                .list());
    }

    Optional<String> content(UUID id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT content FROM learned_model WHERE id = ?").bind(0, id).mapTo(String.class).findOne());
    }

    List<ModelDecision> decisions(long model) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT step, state, note, decided_at, decided_by FROM learned_model_decision WHERE model = ? ORDER BY step")
                .bind(0, model)
                .mapTo(ModelDecision.class)
                .list());
    }

    /** @return false where that step is there already */
    boolean add(long model, ModelDecision decision) {
        return database.jdbi().withHandle(handle -> handle.execute("INSERT IGNORE INTO learned_model_decision (model, step, state, note, decided_at,"
                        + " decided_by) VALUES (?, ?, ?, ?, ?, ?)",
                model, decision.step(), decision.state(), decision.note(), decision.decidedAt(), decision.decidedBy())) == 1;
    }
}
