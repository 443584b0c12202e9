package entrepot.trading.basket.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.StoredJson;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.server.BacktestFigures;
import entrepot.trading.evidence.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of portfolio backtests and their results. They are only added. */
@ApplicationScoped
class BasketTable {

    private static final String COLUMNS = "SELECT number, id, symbols, from_day, to_day, rule, settings, plan, start_cash, fee_rate, per_order, slippage,"
            + " job_id, created_at, created_by FROM basket";

    @Inject
    private Database database;

    private record ResultRow(String currency, int days, long firstTime, long lastTime, String dataHash, String resultHash, long startValue, long endValue,
            long endCash, long holdValue, long borrow, int liquidations, double turnover, double holdTurnover, String performance, String hold, String years, String scrutiny, String beyond,
            LocalDateTime finishedAt) {
        BasketFigures figures() {
            return new BasketFigures(currency, days, firstTime, lastTime, dataHash, resultHash, startValue, endValue, endCash, holdValue, borrow, liquidations, turnover,
                    holdTurnover, StoredJson.read(performance, Performance.class), StoredJson.read(hold, Performance.class),
                    Arrays.asList(StoredJson.read(years, BacktestFigures.Year[].class)), StoredJson.read(scrutiny, Scrutiny.class), StoredJson.read(beyond, Moments.class), finishedAt);
        }
    }

    void add(BasketRow row) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO basket (number, id, symbols, from_day, to_day, rule, settings, plan, start_cash,"
                        + " fee_rate, per_order, slippage, job_id, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.number(), row.id(), row.symbols(), row.fromDay(), row.toDay(), row.rule(), row.settings(), row.plan(), row.startCash(), row.feeRate(),
                row.perOrder(), row.slippage(), row.jobId(), row.createdAt(), row.createdBy()));
    }

    Optional<BasketRow> find(UUID id) {
        return database.jdbi().withHandle(handle -> handle.createQuery(COLUMNS + " WHERE id = ?").bind(0, id).mapTo(BasketRow.class).findOne());
    }

    /** Newest first. @param symbol null for all */
    List<BasketRow> list(String symbol, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE number < :before AND (:symbol IS NULL OR CONCAT(' ', symbols, ' ') LIKE CONCAT('% ', :symbol, ' %'))"
                        + " ORDER BY number DESC LIMIT :limit")
                .bind("before", before)
                .bind("symbol", symbol)
                .bind("limit", limit)
                .mapTo(BasketRow.class)
                .list());
    }

    void add(long basket, BasketFigures found) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO basket_result (basket, currency, days, first_time, last_time, data_hash, result_hash,"
                        + " start_value, end_value, end_cash, hold_value, borrow, liquidations, turnover, hold_turnover, performance, hold, years, scrutiny, beyond, finished_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                basket, found.currency(), found.days(), found.firstTime(), found.lastTime(), found.dataHash(), found.resultHash(), found.start(), found.end(),
                found.cash(), found.holdEnd(), found.borrow(), found.liquidations(), found.turnover(), found.holdTurnover(), StoredJson.write(found.performance()), StoredJson.write(found.hold()), StoredJson.write(found.years()),
                StoredJson.write(found.scrutiny()), StoredJson.write(found.beyond()), found.finishedAt()));
    }

    Optional<BasketFigures> result(long basket) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT currency, days, first_time, last_time, data_hash, result_hash, start_value, end_value, end_cash, hold_value, borrow, liquidations, turnover,"
                        + " hold_turnover, performance, hold, years, scrutiny, beyond, finished_at FROM basket_result WHERE basket = ?")
                .bind(0, basket)
                .mapTo(ResultRow.class)
                .findOne()
                .map(ResultRow::figures));
    }
}
