package entrepot.trading.backtest.server;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.FlowResult;
import entrepot.trading.broker.FillRule;
import entrepot.trading.replay.ReplayFill;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fill as its row says. @param orderNumber its order; @param units above zero where bought; @param price slippage included; @param flowRow null over bars */
public record FillRow(int number, int orderNumber, long time, double units, double price, double slippage, double fee, FillRule rule, Long flowRow) {

    static List<FillRow> of(BacktestResult result) {
        return result.fillLines().stream().map(fill -> new FillRow(fill.number(), fill.order(), result.bars().time(fill.bar()), fill.units(),
                fill.price(), fill.slippage(), fill.fee(), fill.rule(), null)).toList();
    }

    /** At their moments, to the millisecond. */
    static List<FillRow> of(FlowResult found) {
        return found.result().fillLines().stream().map(fill -> {
            ReplayFill exact = found.replay().fills().get(fill.number() - 1);
            return new FillRow(fill.number(), fill.order(), TimeUnit.NANOSECONDS.toMillis(exact.time()), fill.units(), fill.price(), fill.slippage(), fill.fee(),
                    fill.rule(), exact.row());
        }).toList();
    }
}
