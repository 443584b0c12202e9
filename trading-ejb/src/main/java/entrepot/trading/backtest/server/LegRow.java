package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Leg;
import entrepot.trading.backtest.PairResult;
import entrepot.trading.backtest.Trade;
import entrepot.trading.pair.Ending;
import java.util.ArrayList;
import java.util.List;

/** One of the two positions of a trade of a pair, as its row says; times are milliseconds of the epoch, UTC. @param number from 1 */
public record LegRow(int number, String symbol, int side, double units, long entryTime, double entryPrice, long exitTime, double exitPrice, double fees,
        double profit, Ending ending) {

    /** Of the trade. */
    public int trade() {
        return (number + 1) / 2;
    }

    static List<LegRow> of(PairResult found, String one, String other) {
        List<LegRow> rows = new ArrayList<>();
        for (Leg leg : found.legs()) {
            Trade trade = leg.trade();
            rows.add(new LegRow(rows.size() + 1, leg.second() ? other : one, trade.side(), trade.units(), found.bars().one().time(trade.entry()),
                    trade.entryPrice(), found.bars().one().time(trade.exit()), trade.exitPrice(), trade.fees(), trade.profit(), leg.ending()));
        }
        return rows;
    }
}
