package entrepot.trading.backtest.server;

import entrepot.platform.job.JobDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What backtests there are and what came of them. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class BacktestReport {

    private static final int MOST_SERIES = 1_000;

    @Inject
    private BacktestTable table;

    @EJB
    private JobDesk jobs;

    /** Daily bars that a backtest may run over; times are milliseconds of the epoch, UTC. */
    public record Series(String symbol, String name, String currency, long bars, long firstTime, long lastTime) {}

    public List<Series> series() {
        return table.series(MOST_SERIES);
    }

    /** Newest first. @param symbol null for all; @param before a number, or {@code Long.MAX_VALUE} */
    public List<BacktestView> list(String symbol, long before, int limit) {
        return table.list(symbol, before, limit).stream().map(this::view).toList();
    }

    public Optional<BacktestView> find(UUID id) {
        return table.find(id).map(this::view);
    }

    private BacktestView view(BacktestRow row) {
        return new BacktestView(row.number(), row.id(), row.experiment(), jobs.find(row.jobId()).orElseThrow(), row.createdAt(),
                row.createdBy(), table.result(row.number()).orElse(null));
    }

    /** In the order of their entries. @param backtest its number; @param after 0 for the first */
    public List<TradeRow> trades(long backtest, int after, int limit) {
        return table.trades(backtest, after, limit);
    }

    /** A stretch of bars in order; empty behind the last. @param part from 0 */
    public Optional<Curve> part(long backtest, int part) {
        return table.part(backtest, part);
    }
}
