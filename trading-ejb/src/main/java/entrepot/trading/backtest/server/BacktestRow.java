package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.indicator.Mean;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.Side;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** A backtest as its row says. */
record BacktestRow(long number, UUID id, String symbol, LocalDate fromDay, LocalDate toDay, boolean adjusted, Mean mean, int fast,
        int slow, Side side, Reading reading, double startCash, double feeRate, double perOrder, double slippage, long jobId,
        LocalDateTime createdAt, String createdBy) {

    Experiment experiment() {
        return new Experiment(symbol, fromDay, toDay, adjusted, mean, fast, slow, side, reading, startCash, feeRate, perOrder, slippage);
    }
}
