package entrepot.trading.backtest.server;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of what a backtest has of a pair alone. They are only added. */
@ApplicationScoped
class PairTable {

    @Inject
    private Database database;

    void add(long backtest, List<LegRow> legs, SpreadCurve curve) {
        database.jdbi().useHandle(handle -> {
            if (!legs.isEmpty()) {
                PreparedBatch batch = handle.prepareBatch("INSERT INTO backtest_leg (backtest, number, symbol, side, units, entry_time, entry_price,"
                        + " exit_time, exit_price, fees, profit, ending) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                legs.forEach(leg -> batch.add(backtest, leg.number(), leg.symbol(), leg.side(), leg.units(), leg.entryTime(), leg.entryPrice(),
                        leg.exitTime(), leg.exitPrice(), leg.fees(), leg.profit(), leg.ending()));
                batch.execute();
            }
            for (int part = 0; part < curve.parts(); part++) {
                handle.execute("INSERT INTO backtest_spread (backtest, part, content) VALUES (?, ?, ?)", backtest, part, curve.part(part));
            }
        });
    }

    /** In their order. */
    List<LegRow> legs(long backtest, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, symbol, side, units, entry_time, entry_price, exit_time, exit_price, fees, profit, ending"
                        + " FROM backtest_leg WHERE backtest = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, backtest)
                .bind(1, after)
                .bind(2, limit)
                .mapTo(LegRow.class)
                .list());
    }

    /** How many trades the alarm ended. */
    int broken(long backtest) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) FROM backtest_leg WHERE backtest = ? AND ending = 'BROKEN' AND MOD(number, 2) = 1")
                .bind(0, backtest)
                .mapTo(Integer.class)
                .one());
    }

    Optional<SpreadCurve> spread(long backtest, int part) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT content FROM backtest_spread WHERE backtest = ? AND part = ?")
                .bind(0, backtest)
                .bind(1, part)
                .mapTo(byte[].class)
                .findOne()
                .map(SpreadCurve::read));
    }
}
