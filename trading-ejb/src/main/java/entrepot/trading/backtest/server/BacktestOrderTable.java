package entrepot.trading.backtest.server;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of a backtest's orders and fills. They are only added. */
@ApplicationScoped
class BacktestOrderTable {

    private static final int BATCH = 5_000;

    @Inject
    private Database database;

    void add(long backtest, List<OrderRow> orders, List<FillRow> fills) {
        database.jdbi().useHandle(handle -> {
            parts(orders, part -> {
                PreparedBatch batch = handle.prepareBatch("INSERT INTO backtest_order (backtest, number, parent, given_time, kind, side, validity, units,"
                        + " limit_price, stop_price, state, reason, filled, ended_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                part.forEach(order -> batch.add(backtest, order.number(), order.parent(), order.givenTime(), order.kind(), order.side(), order.validity(),
                        order.units(), order.limitPrice(), order.stopPrice(), order.state(), order.reason(), order.filled(), order.endedTime()));
                batch.execute();
            });
            parts(fills, part -> {
                PreparedBatch batch = handle.prepareBatch("INSERT INTO backtest_fill (backtest, number, order_number, time, units, price, slippage, fee, rule, flow_row)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                part.forEach(fill -> batch.add(backtest, fill.number(), fill.orderNumber(), fill.time(), fill.units(), fill.price(), fill.slippage(),
                        fill.fee(), fill.rule(), fill.flowRow()));
                batch.execute();
            });
        });
    }

    private static <T> void parts(List<T> rows, Consumer<List<T>> insert) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            insert.accept(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    /** In their order. */
    List<OrderRow> orders(long backtest, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, parent, given_time, kind, side, validity, units, limit_price, stop_price, state, reason, filled, ended_time"
                        + " FROM backtest_order WHERE backtest = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, backtest)
                .bind(1, after)
                .bind(2, limit)
                .mapTo(OrderRow.class)
                .list());
    }

    Filled filled(long backtest) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) AS orders, COALESCE(SUM(state = 'FILLED'), 0) AS whole, COALESCE(SUM(state <> 'FILLED' AND filled > 0), 0) AS partly,"
                        + " (SELECT COALESCE(SUM(ABS(units) * slippage), 0) FROM backtest_fill WHERE backtest = :backtest) AS slippage"
                        + " FROM backtest_order WHERE backtest = :backtest")
                .bind("backtest", backtest)
                .mapTo(Filled.class)
                .one());
    }

    QuotedBars quoted(long backtest) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) AS filled, COALESCE(SUM(bought AND sold), 0) AS both_sides FROM (SELECT MAX(units) > 0 AS bought, MIN(units) < 0 AS sold"
                        + " FROM backtest_fill WHERE backtest = ? GROUP BY time) AS bar")
                .bind(0, backtest)
                .mapTo(QuotedBars.class)
                .one());
    }

    /** In their order. */
    List<FillRow> fills(long backtest, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, order_number, time, units, price, slippage, fee, rule, flow_row FROM backtest_fill"
                        + " WHERE backtest = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, backtest)
                .bind(1, after)
                .bind(2, limit)
                .mapTo(FillRow.class)
                .list());
    }
}
