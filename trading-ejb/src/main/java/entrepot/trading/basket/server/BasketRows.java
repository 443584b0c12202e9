package entrepot.trading.basket.server;

import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.trading.basket.Turn;
import entrepot.trading.pair.Ending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the figures of portfolio backtests are made of, row by row. They are only added. */
@ApplicationScoped
class BasketRows {

    @Inject
    private Database database;

    void add(long basket, List<MemberRow> members, List<DecisionRow> decisions, List<BasketOrderRow> orders, List<BookingRow> bookings, BasketCurve curve,
            BasketSpread spread) {
        database.jdbi().useHandle(handle -> {
            Batch.execute(handle, "INSERT INTO basket_member (basket, number, symbol, bars, first_time, last_time, actions, data_hash, bought, sold, fees,"
                    + " borrow, dividends, splits, worth) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", members.stream().map(row -> new Object[] {
                            basket, row.number(), row.symbol(), row.bars(), row.firstTime(), row.lastTime(), row.actions(), row.dataHash(), row.bought(),
                            row.sold(), row.fees(), row.borrow(), row.dividends(), row.splits(), row.worth()}));
            Batch.execute(handle, "INSERT INTO basket_decision (basket, number, time, ending, combinations, score, content) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    decisions.stream().map(row -> new Object[] {basket, row.number(), row.time(), row.ending(), row.combinations(), row.score(), row.content()}));
            Batch.execute(handle, "INSERT INTO basket_order (basket, number, symbol, given_time, units, state, filled, ended_time, price, value, fee)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", orders.stream().map(row -> new Object[] {
                            basket, row.number(), row.symbol(), row.givenTime(), row.units(), row.state().name(), row.filled(), row.endedTime(), row.price(),
                            row.value(), row.fee()}));
            Batch.execute(handle, "INSERT INTO basket_booking (basket, number, symbol, time, kind, before_units, after_units, cash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", bookings.stream().map(row -> new Object[] {
                            basket, row.number(), row.symbol(), row.time(), row.kind().name(), row.beforeUnits(), row.afterUnits(), row.cash()}));
            Batch.execute(handle, "INSERT INTO basket_part (basket, part, content) VALUES (?, ?, ?)",
                    IntStream.range(0, curve.parts()).mapToObj(part -> new Object[] {basket, part, curve.part(part)}));
            Batch.execute(handle, "INSERT INTO basket_spread (basket, part, content) VALUES (?, ?, ?)",
                    IntStream.range(0, spread == null ? 0 : spread.parts()).mapToObj(part -> new Object[] {basket, part, spread.part(part)}));
        });
    }

    List<MemberRow> members(long basket) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, symbol, bars, first_time, last_time, actions, data_hash, bought, sold, fees, borrow, dividends, splits, worth"
                        + " FROM basket_member WHERE basket = ? ORDER BY number")
                .bind(0, basket)
                .mapTo(MemberRow.class)
                .list());
    }

    /** In their order, as the following. @param after a number, 0 for the first */
    List<DecisionRow> decisions(long basket, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, time, ending, combinations, score, content FROM basket_decision WHERE basket = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, basket)
                .bind(1, after)
                .bind(2, limit)
                .map((found, context) -> decision(found))
                .list());
    }

    Optional<DecisionRow> lastDecision(long basket) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, time, ending, combinations, score, content FROM basket_decision WHERE basket = ? ORDER BY number DESC LIMIT 1")
                .bind(0, basket)
                .map((found, context) -> decision(found))
                .findOne());
    }

    List<BasketOrderRow> orders(long basket, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, symbol, given_time, units, state, filled, ended_time, price, value, fee FROM basket_order"
                        + " WHERE basket = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, basket)
                .bind(1, after)
                .bind(2, limit)
                .mapTo(BasketOrderRow.class)
                .list());
    }

    List<BookingRow> bookings(long basket, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, symbol, time, kind, before_units, after_units, cash FROM basket_booking"
                        + " WHERE basket = ? AND number > ? ORDER BY number LIMIT ?")
                .bind(0, basket)
                .bind(1, after)
                .bind(2, limit)
                .mapTo(BookingRow.class)
                .list());
    }

    Optional<BasketCurve> part(long basket, int part, int members) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT content FROM basket_part WHERE basket = ? AND part = ?")
                .bind(0, basket)
                .bind(1, part)
                .mapTo(byte[].class)
                .findOne()
                .map(content -> BasketCurve.read(content, members)));
    }

    Optional<BasketSpread> spread(long basket, int part) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT content FROM basket_spread WHERE basket = ? AND part = ?")
                .bind(0, basket)
                .bind(1, part)
                .mapTo(byte[].class)
                .findOne()
                .map(BasketSpread::read));
    }

    private static DecisionRow decision(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        int combinations = row.getInt("combinations");
        boolean traded = !row.wasNull();
        double score = row.getDouble("score");
        boolean known = !row.wasNull();
        Turn turn = traded ? new Turn(ending == null ? null : Ending.valueOf(ending), combinations, known ? score : Double.NaN) : null;
        return DecisionRow.read(row.getInt("number"), row.getLong("time"), turn, row.getBytes("content"));
    }
}
