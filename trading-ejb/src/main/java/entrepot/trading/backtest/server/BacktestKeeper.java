package entrepot.trading.backtest.server;

import entrepot.platform.sql.Ids;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.FlowResult;
import entrepot.trading.backtest.PairResult;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Trade;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.MonthlyReturns;
import entrepot.trading.evidence.server.TrialLog;
import entrepot.trading.evidence.server.TrialRow;
import entrepot.trading.learning.server.ModelKeeper;
import entrepot.trading.market.Bars;
import entrepot.trading.replay.FlowFigures;
import entrepot.trading.replay.ParentFigures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
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
    private BacktestOrderTable orders;

    @Inject
    private PairTable pairs;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private TrialLog trials;

    @EJB
    private ModelKeeper models;

    /** @param dataHash of what was traded */
    public void keep(BacktestRow backtest, BacktestResult strategy, BacktestResult hold, Scrutiny scrutiny, String currency, String dataHash) {
        keep(backtest, strategy, hold, scrutiny, new Kept(currency, null, null, null, dataHash, strategy.hash(), OrderRow.of(strategy),
                FillRow.of(strategy)));
    }

    /** As above, with what was learned. @param sets what each set of hyperparameters would have made by itself: each is a trial */
    public void keep(BacktestRow backtest, BacktestResult strategy, BacktestResult hold, Scrutiny scrutiny, String currency, String dataHash, LearnedRun learned,
            List<BacktestResult> sets) {
        if (table.result(backtest.number()).isEmpty()) {
            LearnedRows rows = new LearnedRows(backtest, learned, strategy.bars(), dataHash, sets);
            LocalDateTime now = now();
            models.keep(backtest.id(), rows.models(now, ids::next), rows.study());
            trials.add(rows.trial(ids.next(), now, strategy.hash(), strategy.terms().words()));
            keep(backtest, strategy, hold, scrutiny, currency, dataHash);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }

    /** As above, with both legs and the spread. */
    public void keep(BacktestRow backtest, PairResult pair, BacktestResult hold, Scrutiny scrutiny, String currency) {
        if (keep(backtest, pair.result(), hold, scrutiny, new Kept(currency, Carried.of(pair), null, null, pair.dataHash(), pair.hash(), OrderRow.of(pair.result()),
                FillRow.of(pair.result())))) {
            pairs.add(backtest.number(), LegRow.of(pair, backtest.symbol(), backtest.other()), SpreadCurve.of(pair));
        }
    }

    /** As above, of a recorded market, its orders and fills at their moments. */
    public void keep(BacktestRow backtest, FlowResult found, BacktestResult hold, Scrutiny scrutiny, String currency) {
        keep(backtest, found.result(), hold, scrutiny, new Kept(currency, null, found.figures(), found.parent(), found.dataHash(), found.hash(), OrderRow.of(found), FillRow.of(found)));
    }

    /** What a kind of backtest has of its own. */
    private record Kept(String currency, Carried carried, FlowFigures flow, ParentFigures parent, String dataHash, String resultHash, List<OrderRow> orders, List<FillRow> fills) {}

    /** @return whether it was not there */
    private boolean keep(BacktestRow backtest, BacktestResult strategy, BacktestResult hold, Scrutiny scrutiny, Kept kept) {
        if (table.result(backtest.number()).isPresent()) {
            return false;
        }
        Bars bars = strategy.bars();
        LocalDateTime now = now();
        BacktestFigures found = new BacktestFigures(kept.currency(), bars.size(), bars.time(0), bars.time(bars.size() - 1),
                kept.dataHash(), kept.resultHash(), strategy.endValue(), hold.endValue(), strategy.performance(), hold.performance(),
                years(strategy, hold), kept.carried(), kept.flow(), kept.parent(), now);
        table.add(backtest.number(), found, scrutiny, trades(strategy), Curve.of(strategy, hold));
        orders.add(backtest.number(), kept.orders(), kept.fills());
        trials.add(trial(backtest, found, strategy, scrutiny.strategy()));
        return true;
    }

    private TrialRow trial(BacktestRow backtest, BacktestFigures found, BacktestResult strategy, Moments returns) {
        return new TrialRow(ids.next(), found.finishedAt(), backtest.createdBy(), backtest.experiment().tried(), found.dataHash(), found.resultHash(),
                strategy.strategy() + backtest.experiment().barWords(), strategy.terms().words(), found.firstTime(), found.lastTime(), 1, returns.sharpe(), 0, 0,
                returns.count(), returns.skew(), returns.kurtosis(), MonthlyReturns.of(strategy.bars().times(), strategy.equity()));
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
