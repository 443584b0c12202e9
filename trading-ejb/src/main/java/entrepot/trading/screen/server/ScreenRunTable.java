package entrepot.trading.screen.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.StoredJson;
import entrepot.trading.screen.Answer;
import entrepot.trading.screen.Screened;
import entrepot.trading.screen.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of runs and their answers. They are only added. */
@ApplicationScoped
class ScreenRunTable {

    private static final String RUN = "SELECT number, id, name, version, day, nightly, job_id, created_at, created_by FROM screen_run r";
    private static final String ANSWER = "SELECT number, symbol, outcome, reason, ranked, figures, bars, last_day, year_true, year_judged, data_hash"
            + " FROM screen_answer WHERE run = ? AND ";

    @Inject
    private Database database;

    private record ResultRow(LocalDate day, String dataHash, String resultHash, String summary, LocalDateTime finishedAt) {
        ScreenFigures figures() {
            return new ScreenFigures(day, dataHash, resultHash, StoredJson.read(summary, Summary.class), finishedAt);
        }
    }

    private record AnswerRow(int number, String symbol, Answer.Outcome outcome, Answer.Reason reason, Double ranked, String figures, int bars,
            LocalDate lastDay, int yearTrue, int yearJudged, String dataHash) {
        Answer answer() {
            return new Answer(number, symbol, outcome, reason, ranked == null ? Double.NaN : ranked, Arrays.asList(StoredJson.read(figures, Double[].class)),
                    bars, lastDay, yearTrue, yearJudged, dataHash);
        }
    }

    void add(ScreenRun run) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO screen_run (number, id, name, version, day, nightly, job_id, created_at,"
                        + " created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", run.number(), run.id(), run.name(), run.version(), run.day(), run.nightly(),
                run.jobId(), run.createdAt(), run.createdBy()));
    }

    Optional<ScreenRun> find(UUID id) {
        return database.jdbi().withHandle(handle -> handle.createQuery(RUN + " WHERE id = ?").bind(0, id).mapTo(ScreenRun.class).findOne());
    }

    /** Newest first. */
    List<ScreenRun> list(String name, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle.createQuery(RUN + " WHERE name = ? AND number < ? ORDER BY number DESC LIMIT ?")
                .bind(0, name).bind(1, before).bind(2, limit).mapTo(ScreenRun.class).list());
    }

    /** The last run of the screen before this one that is through and not of a later day. */
    Optional<ScreenRun> before(ScreenRun run, LocalDate day) {
        return database.jdbi().withHandle(handle -> handle.createQuery(RUN + " WHERE name = ? AND number < ? AND EXISTS (SELECT 1 FROM screen_result f"
                        + " WHERE f.run = r.number AND f.day <= ?) ORDER BY number DESC LIMIT 1")
                .bind(0, run.name()).bind(1, run.number()).bind(2, day).mapTo(ScreenRun.class).findOne());
    }

    Optional<ScreenFigures> result(long run) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT day, data_hash, result_hash, summary, finished_at FROM screen_result WHERE run = ?")
                .bind(0, run).mapTo(ResultRow.class).findOne().map(ResultRow::figures));
    }

    void add(long run, Screened found, LocalDateTime at) {
        database.jdbi().useHandle(handle -> {
            handle.execute("INSERT INTO screen_result (run, day, data_hash, result_hash, summary, finished_at) VALUES (?, ?, ?, ?, ?, ?)",
                    run, found.day(), found.dataHash(), found.resultHash(), StoredJson.write(found.summary()), at);
            PreparedBatch batch = handle.prepareBatch("INSERT INTO screen_answer (run, number, symbol, outcome, reason, ranked, figures, bars,"
                    + " last_day, year_true, year_judged, data_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            for (Answer one : found.answers()) {
                batch.add(run, one.number(), one.symbol(), one.outcome().name(), one.reason() == null ? null : one.reason().name(),
                        Double.isFinite(one.ranked()) ? one.ranked() : null, StoredJson.write(one.columns()), one.bars(), one.lastDay(), one.yearTrue(),
                        one.yearJudged(), one.dataHash());
            }
            if (!found.answers().isEmpty()) {
                batch.execute();
            }
        });
    }

    /** In their order. @param outcome null for all; @param after a number, 0 for the first */
    List<Answer> answers(long run, Answer.Outcome outcome, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ANSWER + "(? IS NULL OR outcome = ?) AND number > ? ORDER BY number LIMIT ?")
                .bind(0, run).bind(1, outcome).bind(2, outcome).bind(3, after).bind(4, limit)
                .mapTo(AnswerRow.class).map(AnswerRow::answer).list());
    }

    Optional<Answer> answer(long run, String symbol) {
        return database.jdbi().withHandle(handle -> handle.createQuery(ANSWER + "symbol = ?").bind(0, run).bind(1, symbol)
                .mapTo(AnswerRow.class).map(AnswerRow::answer).findOne());
    }
}
