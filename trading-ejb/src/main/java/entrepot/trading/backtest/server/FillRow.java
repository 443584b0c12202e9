package entrepot.trading.backtest.server;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.broker.FillRule;
import java.util.List;

/** A fill as its row says. @param orderNumber its order; @param units above zero where bought; @param price slippage included */
public record FillRow(int number, int orderNumber, long time, double units, double price, double slippage, double fee, FillRule rule) {

    static List<FillRow> of(BacktestResult result) {
        return result.fillLines().stream().map(fill -> new FillRow(fill.number(), fill.order(), result.bars().time(fill.bar()), fill.units(),
                fill.price(), fill.slippage(), fill.fee(), fill.rule())).toList();
    }
}
