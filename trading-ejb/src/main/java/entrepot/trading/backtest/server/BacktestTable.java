package entrepot.trading.backtest.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.StoredJson;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.replay.FlowFigures;
import entrepot.trading.replay.ParentFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of backtests. They are only added. */
@ApplicationScoped
class BacktestTable {

    private static final String COLUMNS = "SELECT number, id, symbol, other, from_day, to_day, adjusted, mean, fast, slow, side, reading,"
            + " entry, exit_rule AS `exit`, short_entry, short_exit, parameters, saved, built_in, making, parent, settings, volatility_target, kelly, start_cash,"
            + " fee_rate, per_order, slippage, execution, replay, entry_offset, stop_loss,"
            + " take_profit, trailing_stop, bars, job_id, created_at, created_by FROM backtest";
    /** Numbers that are not one (a Sharpe ratio of nothing) are kept as {@code "NaN"}. */

    @Inject
    private Database database;

    private record ResultRow(String currency, int bars, long firstTime, long lastTime, String dataHash, String resultHash,
            double endValue, double holdValue, String performance, String hold, String years, Double borrow, Integer liquidations, String flow,
            String parent, LocalDateTime finishedAt) {
        BacktestFigures figures() {
            return new BacktestFigures(currency, bars, firstTime, lastTime, dataHash, resultHash, endValue, holdValue,
                    StoredJson.read(performance, Performance.class), StoredJson.read(hold, Performance.class),
                    Arrays.asList(StoredJson.read(years, BacktestFigures.Year[].class)),
                    borrow == null ? null : new Carried(borrow, liquidations), flow == null ? null : StoredJson.read(flow, FlowFigures.class),
                    parent == null ? null : StoredJson.read(parent, ParentFigures.class), finishedAt);
        }
    }

    void add(BacktestRow row) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO backtest (number, id, symbol, other, from_day, to_day, adjusted, mean,"
                        + " fast, slow, side, reading, entry, exit_rule, short_entry, short_exit, parameters, saved, built_in, making, parent, settings, volatility_target, kelly,"
                        + " start_cash, fee_rate, per_order, slippage, execution, replay, entry_offset, stop_loss, take_profit, trailing_stop, bars, job_id, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.number(), row.id(), row.symbol(), row.other(), row.fromDay(), row.toDay(), row.adjusted(), row.mean(), row.fast(), row.slow(),
                row.side(), row.reading(), row.entry(), row.exit(), row.shortEntry(), row.shortExit(), row.parameters(), row.saved(), row.builtIn(),
                row.making(), row.parent(), row.settings(), row.volatilityTarget(), row.kelly(), row.startCash(), row.feeRate(), row.perOrder(), row.slippage(), row.execution(), row.replay(),
                row.entryOffset(), row.stopLoss(), row.takeProfit(), row.trailingStop(), row.bars(), row.jobId(), row.createdAt(), row.createdBy()));
    }

    Optional<BacktestRow> find(UUID id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(COLUMNS + " WHERE id = ?").bind(0, id).mapTo(BacktestRow.class).findOne());
    }

    /** Newest first. */
    List<BacktestRow> list(String symbol, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE number < :before AND (:symbol IS NULL OR symbol = :symbol OR other = :symbol) ORDER BY number DESC LIMIT :limit")
                .bind("before", before)
                .bind("symbol", symbol)
                .bind("limit", limit)
                .mapTo(BacktestRow.class)
                .list());
    }

    Optional<BacktestFigures> result(long backtest) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT currency, bars, first_time, last_time, data_hash, result_hash, end_value, hold_value, performance,"
                        + " hold, years, borrow, liquidations, flow, parent, finished_at FROM backtest_result WHERE backtest = ?")
                .bind(0, backtest)
                .mapTo(ResultRow.class)
                .findOne()
                .map(ResultRow::figures));
    }

    /** None of a backtest that was run before it was asked for. */
    Optional<Scrutiny> scrutiny(long backtest) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT content FROM backtest_scrutiny WHERE backtest = ?")
                .bind(0, backtest)
                .mapTo(String.class)
                .findOne()
                .map(content -> StoredJson.read(content, Scrutiny.class)));
    }

    void add(long backtest, BacktestFigures found, Scrutiny scrutiny, List<TradeRow> trades, Curve curve) {
        database.jdbi().useHandle(handle -> {
            handle.execute("INSERT INTO backtest_scrutiny (backtest, content) VALUES (?, ?)", backtest, StoredJson.write(scrutiny));
            handle.execute("INSERT INTO backtest_result (backtest, currency, bars, first_time, last_time, data_hash, result_hash,"
                            + " end_value, hold_value, performance, hold, years, borrow, liquidations, flow, parent, finished_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    backtest, found.currency(), found.bars(), found.firstTime(), found.lastTime(), found.dataHash(), found.resultHash(),
                    found.endValue(), found.holdValue(), StoredJson.write(found.performance()), StoredJson.write(found.hold()), StoredJson.write(found.years()),
                    found.carried() == null ? null : found.carried().borrow(), found.carried() == null ? null : found.carried().liquidations(),
                    found.flow() == null ? null : StoredJson.write(found.flow()), found.parent() == null ? null : StoredJson.write(found.parent()), found.finishedAt());
            addTrades(handle, backtest, trades);
            for (int part = 0; part < curve.parts(); part++) {
                handle.execute("INSERT INTO backtest_part (backtest, part, content) VALUES (?, ?, ?)", backtest, part, curve.part(part));
            }
        });
    }

    private static void addTrades(Handle handle, long backtest, List<TradeRow> trades) {
        if (trades.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO backtest_trade (backtest, number, side, units, entry_time, entry_price,"
                + " exit_time, exit_price, fees, profit, open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        trades.forEach(trade -> batch.add(backtest, trade.number(), trade.side(), trade.units(), trade.entryTime(), trade.entryPrice(),
                trade.exitTime(), trade.exitPrice(), trade.fees(), trade.profit(), trade.open()));
        batch.execute();
    }

    /** In their order. */
    List<TradeRow> trades(long backtest, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, side, units, entry_time, entry_price, exit_time, exit_price, fees, profit, open"
                        + " FROM backtest_trade WHERE backtest = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, backtest)
                .bind(1, after)
                .bind(2, limit)
                .mapTo(TradeRow.class)
                .list());
    }

    Optional<Curve> part(long backtest, int part) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT content FROM backtest_part WHERE backtest = ? AND part = ?")
                .bind(0, backtest)
                .bind(1, part)
                .mapTo(byte[].class)
                .findOne()
                .map(Curve::read));
    }

    /** Series of instruments; of a future with all its contracts, those of all of them together. */
    private static final String SERIES = "(SELECT s.instrument_id id, s.step, s.bars, s.first_time, s.last_time FROM bar_series s WHERE s.bars > 1"
            + " UNION ALL SELECT a.id, s.step, SUM(s.bars), MIN(s.first_time), MAX(s.last_time) FROM instrument a JOIN instrument c ON c.root = a.symbol AND c.kind = 'FUTURE'"
            + " JOIN bar_series s ON s.instrument_id = c.id AND s.bars > 1 WHERE a.kind = 'CONTINUOUS' GROUP BY a.id, s.step)";

    /** Instruments that have daily bars, by symbol. */
    List<BacktestReport.Series> series(int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.symbol, i.name, i.currency, s.bars, s.first_time, s.last_time FROM instrument i"
                        + " JOIN " + SERIES + " s ON s.id = i.id AND s.step = 'DAY' ORDER BY i.symbol LIMIT ?")
                .bind(0, limit)
                .mapTo(BacktestReport.Series.class)
                .list());
    }

    boolean hasBars(String symbol) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM instrument i JOIN " + SERIES + " s ON s.id = i.id AND s.step = 'DAY' WHERE i.symbol = ?)")
                .bind(0, symbol)
                .mapTo(boolean.class)
                .one());
    }

    /** As {@link #series}, with those that have minutes or flows alone. */
    List<BacktestReport.Series> traded(int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.symbol, i.name, i.currency, COALESCE(s.bars, 0) AS bars, COALESCE(s.first_time, f.first_time) AS first_time,"
                        + " COALESCE(s.last_time, f.last_time) AS last_time FROM instrument i"
                        + " LEFT JOIN (SELECT b.id, MAX(b.bars) AS bars, MIN(b.first_time) AS first_time, MAX(b.last_time) AS last_time FROM " + SERIES
                        + " b GROUP BY b.id) s ON s.id = i.id"
                        + " LEFT JOIN (SELECT instrument_id, MIN(first_time) DIV 1000000 AS first_time, MAX(last_time) DIV 1000000 AS last_time FROM flow_series"
                        + " WHERE size > 0 GROUP BY instrument_id) f ON f.instrument_id = i.id"
                        + " WHERE s.bars IS NOT NULL OR f.instrument_id IS NOT NULL ORDER BY i.symbol LIMIT ?")
                .bind(0, limit)
                .mapTo(BacktestReport.Series.class)
                .list());
    }
}
