package entrepot.trading.backtest.server;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.backtest.Trade;
import entrepot.trading.market.Bars;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what a backtest found, all of it in one transaction and once. */
@Stateless
@RolesAllowed("system")
public class BacktestKeeper {

    @Inject
    private BacktestTable table;

    @Inject
    private Clock clock;

    public void keep(long backtest, BacktestResult strategy, BacktestResult hold, String currency) {
        if (table.result(backtest).isPresent()) {
            return;
        }
        Bars bars = strategy.bars();
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        BacktestFigures found = new BacktestFigures(currency, bars.size(), bars.time(0), bars.time(bars.size() - 1),
                ResultHash.of(bars), strategy.hash(), strategy.endValue(), hold.endValue(), strategy.performance(), hold.performance(),
                years(strategy, hold), now);
        table.add(backtest, found, trades(strategy), Curve.of(strategy, hold));
    }

    private static List<BacktestFigures.Year> years(BacktestResult strategy, BacktestResult hold) {
        Map<Integer, Double> held = Performance.byYear(hold);
        List<BacktestFigures.Year> years = new ArrayList<>();
        Performance.byYear(strategy).forEach((year, gained) -> years.add(new BacktestFigures.Year(year, gained, held.get(year))));
        return years;
    }

    private static List<TradeRow> trades(BacktestResult result) {
        List<TradeRow> rows = new ArrayList<>();
        for (Trade trade : result.trades()) {
            rows.add(new TradeRow(rows.size() + 1, trade.side(), trade.units(), result.bars().time(trade.entry()), trade.entryPrice(),
                    result.bars().time(trade.exit()), trade.exitPrice(), trade.fees(), trade.profit(), trade.open()));
        }
        return rows;
    }
}
