package entrepot.web.lists;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.server.BacktestFigures;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.BacktestView;
import entrepot.trading.strategy.Crossover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Backtests. */
@ApplicationScoped
public class ResearchLists implements ListFile.Source {

    @Inject
    private BacktestReport report;

    @Override
    public List<ListFile> lists() {
        return List.of(new ListFile("backtest", List.of("asked at (UTC)", "by", "instrument", "second instrument", "mean", "short", "long", "positions", "read by", "rule",
                "state", "return", "buy and hold", "sharpe a year",
                "probability that it is above 0", "the same after all trials", "trials", "largest drawdown", "closed trades", "result", "id"), this::backtests));
    }

    private void backtests(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> report.list(null, after == null ? Long.MAX_VALUE : Long.parseLong(after), limit),
                BacktestView::number, ResearchLists::cells);
    }

    private static Object[] cells(BacktestView view) {
        Experiment asked = view.experiment();
        BacktestFigures found = view.result();
        return new Object[] {view.createdAt(), view.createdBy(), asked.symbol(), asked.pair() == null ? null : asked.pair().other(), of(asked, Crossover::mean), of(asked, Crossover::fast),
                of(asked, Crossover::slow), of(asked, Crossover::side), of(asked, Crossover::reading),
                asked.crossover() != null ? null : asked.words(), view.job().status(), found == null ? null : found.performance().totalReturn(),
                found == null ? null : found.hold().totalReturn(), view.evidence() == null ? null : figure(found.performance().sharpe()),
                view.evidence() == null ? null : figure(view.evidence().found().probabilistic()),
                view.evidence() == null ? null : figure(view.evidence().found().deflated()),
                view.evidence() == null ? null : view.evidence().found().trials().count(),
                found == null ? null : found.performance().maxDrawdown(), found == null ? null : found.performance().closedTrades(),
                found == null ? null : found.resultHash(), view.id()};
    }

    private static Object of(Experiment asked, Function<Crossover, Object> part) {
        return asked.crossover() == null ? null : part.apply(asked.crossover());
    }

    private static Double figure(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
