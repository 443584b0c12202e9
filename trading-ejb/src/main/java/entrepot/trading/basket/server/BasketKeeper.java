package entrepot.trading.basket.server;

import entrepot.platform.sql.Ids;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.server.BacktestFigures;
import entrepot.trading.basket.BasketResult;
import entrepot.trading.basket.BasketRun;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.MonthlyReturns;
import entrepot.trading.evidence.server.TrialLog;
import entrepot.trading.evidence.server.TrialRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Keeps what a portfolio backtest found, all of it in one transaction and once. */
@Stateless
@RolesAllowed("system")
public class BasketKeeper {

    @Inject
    private BasketTable table;

    @Inject
    private BasketRows rows;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private TrialLog trials;

    public void keep(BasketRow basket, BasketRun.Found found) {
        if (table.result(basket.number()).isPresent()) {
            return;
        }
        BasketResult result = found.result();
        BasketResult hold = found.hold();
        long[] times = result.universe().times();
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        BasketFigures figures = new BasketFigures(result.currency().getCurrencyCode(), times.length, times[0], times[times.length - 1], result.dataHash(),
                result.hash(), result.start(), result.end(), result.cash(), hold.end(), result.borrow(), result.liquidations(), result.turnover(), hold.turnover(), result.performance(),
                hold.performance(), years(result, hold), found.scrutiny(), found.beyond(), now);
        table.add(basket.number(), figures);
        rows.add(basket.number(), MemberRow.of(result), DecisionRow.of(result), BasketOrderRow.of(result), BookingRow.of(result), BasketCurve.of(result, hold),
                found.path() == null ? null : BasketSpread.of(times, found.path()));
        trials.add(trial(basket, figures, result), basket.experiment().symbols());
    }

    private TrialRow trial(BasketRow basket, BasketFigures found, BasketResult result) {
        Moments returns = found.scrutiny().strategy();
        return new TrialRow(ids.next(), found.finishedAt(), basket.createdBy(), TrialRow.PORTFOLIO, found.dataHash(), found.resultHash(), result.words(),
                result.terms().words(), found.firstTime(), found.lastTime(), 1, returns.sharpe(), 0, 0, returns.count(), returns.skew(), returns.kurtosis(),
                MonthlyReturns.of(result.universe().times(), result.equity()));
    }

    private static List<BacktestFigures.Year> years(BasketResult result, BasketResult hold) {
        Map<Integer, Double> others = byYear(hold);
        return byYear(result).entrySet().stream().map(year -> new BacktestFigures.Year(year.getKey(), year.getValue(), others.get(year.getKey()))).toList();
    }

    private static Map<Integer, Double> byYear(BasketResult of) {
        return Performance.byYear(of.universe().times(), of.terms().startCash(), of.equity());
    }
}
