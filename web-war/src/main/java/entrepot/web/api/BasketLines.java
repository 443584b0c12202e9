package entrepot.web.api;

import entrepot.trading.basket.Booking;
import entrepot.trading.basket.Order;
import entrepot.trading.basket.Turn;
import entrepot.trading.basket.server.BasketFigures;
import entrepot.trading.basket.server.BasketOrderRow;
import entrepot.trading.basket.server.BookingRow;
import entrepot.trading.basket.server.DecisionRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a portfolio backtest as clients see them. */
final class BasketLines {

    private BasketLines() {}

    /** @param units as they counted when it was given, {@code filled} as when it ended; @param price slippage included, absent where nothing was filled */
    record OrderLine(int number, String instrument, Instant givenAt, String side, BigDecimal units, Order.State state, BigDecimal filled, Instant endedAt,
            BigDecimal price, BigDecimal value, BigDecimal fee) {
        static OrderLine of(BasketOrderRow row, BasketFigures in) {
            return new OrderLine(row.number(), row.symbol(), Instant.ofEpochMilli(row.givenTime()), BacktestRows.way(row.units()), millionths(Math.abs(row.units())),
                    row.state(), millionths(Math.abs(row.filled())), row.endedTime() == null ? null : Instant.ofEpochMilli(row.endedTime()),
                    row.price() == 0 ? null : billionths(row.price()), in.money(row.value()), in.money(row.fee()));
        }
    }

    record BookingLine(int number, String instrument, Instant at, Booking.Kind kind, BigDecimal unitsBefore, BigDecimal unitsAfter, BigDecimal cash) {
        static BookingLine of(BookingRow row, BasketFigures in) {
            return new BookingLine(row.number(), row.symbol(), Instant.ofEpochMilli(row.time()), row.kind(), millionths(row.beforeUnits()), millionths(row.afterUnits()),
                    in.money(row.cash()));
        }
    }

    /**
     * @param turn    ENTERED, or why the spread was left; absent where the rule trades none, as the two behind it
     * @param score   absent where there was none
     * @param weights of the instruments that are wanted, below 0 short; @param risk share of the variance that each of them brings
     */
    record DecisionLine(int number, Instant at, String turn, Integer combinations, BigDecimal score, Map<String, BigDecimal> weights, Map<String, BigDecimal> risk) {
        static DecisionLine of(DecisionRow row, List<String> symbols) {
            Map<String, BigDecimal> weights = new LinkedHashMap<>();
            Map<String, BigDecimal> risk = new LinkedHashMap<>();
            for (int at = 0; at < symbols.size(); at++) {
                if (row.weights()[at] != 0) {
                    weights.put(symbols.get(at), BacktestAnswer.decimal(row.weights()[at]));
                    risk.put(symbols.get(at), BacktestAnswer.decimal(row.risk()[at]));
                }
            }
            Turn turn = row.turn();
            return new DecisionLine(row.number(), Instant.ofEpochMilli(row.time()), turn == null ? null : turn.word(),
                    turn == null ? null : Integer.valueOf(turn.combinations()), turn == null ? null : BacktestAnswer.decimal(turn.score()), weights, risk);
        }
    }

    static BigDecimal millionths(long millionths) {
        return plain(BigDecimal.valueOf(millionths, 6));
    }

    static BigDecimal billionths(long billionths) {
        return plain(BigDecimal.valueOf(billionths, 9));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
