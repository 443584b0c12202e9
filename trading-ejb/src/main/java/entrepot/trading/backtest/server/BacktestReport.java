package entrepot.trading.backtest.server;

import entrepot.platform.job.JobDesk;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.evidence.Doubt;
import entrepot.trading.evidence.Trials;
import entrepot.trading.evidence.server.TrialLog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What backtests there are and what came of them. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class BacktestReport {

    private static final int MOST_SERIES = 1_000;

    @Inject
    private BacktestTable table;

    @Inject
    private BacktestOrderTable orders;

    @Inject
    private PairTable pairs;

    @EJB
    private JobDesk jobs;

    @EJB
    private TrialLog trials;

    /** Bars that a backtest may run over; times are milliseconds of the epoch, UTC. */
    public record Series(String symbol, String name, String currency, long bars, long firstTime, long lastTime) {}

    /** Of days. */
    public List<Series> series() {
        return table.series(MOST_SERIES);
    }

    /** As above, with those that have minutes alone, or a recorded flow alone: these have no bars, and the times are those of the flow. */
    public List<Series> traded() {
        return table.traded(MOST_SERIES);
    }

    /** Newest first. @param symbol null for all; @param before a number, or {@code Long.MAX_VALUE} */
    public List<BacktestView> list(String symbol, long before, int limit) {
        Map<String, Trials> counted = new HashMap<>();
        return table.list(symbol, before, limit).stream().map(row -> view(row, counted, null, null)).toList();
    }

    public Optional<BacktestView> find(UUID id) {
        return find(id, new HashMap<>());
    }

    /** As above, one of several. @param counted trials that were read for others, by what they are on: they are not read again */
    public Optional<BacktestView> find(UUID id, Map<String, Trials> counted) {
        return table.find(id).map(row -> view(row, counted, row.making() && row.replay() == null ? orders.quoted(row.number()) : null,
                row.other() == null ? orders.filled(row.number()) : null));
    }

    /** What was asked, and what came of it; null before. */
    public record Ran(Experiment experiment, BacktestFigures figures) {}

    /** As {@link #find}, without what stands beside it: for who asks again and again. */
    public Optional<Ran> ran(UUID id) {
        return table.find(id).map(row -> new Ran(row.experiment(), table.result(row.number()).orElse(null)));
    }

    private BacktestView view(BacktestRow row, Map<String, Trials> counted, QuotedBars quoted, Filled filled) {
        BacktestFigures result = table.result(row.number()).orElse(null);
        return new BacktestView(row.number(), row.id(), row.experiment(), jobs.find(row.jobId()).orElseThrow(), row.createdAt(),
                row.createdBy(), result, result == null ? null : evidence(row, result, counted), result == null ? null : quoted, result == null ? null : filled);
    }

    private BacktestEvidence evidence(BacktestRow row, BacktestFigures result, Map<String, Trials> counted) {
        return table.scrutiny(row.number())
                .map(scrutiny -> BacktestEvidence.of(result.performance(), scrutiny, trials(row.experiment(), result.performance().barsPerYear(), counted),
                        row.replay() != null ? Doubt.UNMOVED_MARKET : row.making() ? Doubt.QUOTES_ON_BARS : null))
                .orElse(null);
    }

    /** Of bars of one length together. */
    private Trials trials(Experiment asked, double barsPerYear, Map<String, Trials> counted) {
        String alike = asked.tried() + asked.barWords() + (asked.replay() == null ? "" : asked.replay().settings());
        return counted.computeIfAbsent(alike, same -> trials.on(asked.tried(), barsPerYear));
    }

    /** In the order of their entries. @param backtest its number; @param after 0 for the first */
    public List<TradeRow> trades(long backtest, int after, int limit) {
        return table.trades(backtest, after, limit);
    }

    /** Of all closed trades, in the order of their entries, fees taken off. */
    public double[] profits(long backtest) {
        return trades(backtest, 0, Integer.MAX_VALUE).stream().filter(trade -> !trade.open()).mapToDouble(TradeRow::profit).toArray();
    }

    /** In the order in which they were given. @param after a number, 0 for the first */
    public List<OrderRow> orders(long backtest, int after, int limit) {
        return orders.orders(backtest, after, limit);
    }

    /** In the order in which they happened. @param after a number, 0 for the first */
    public List<FillRow> fills(long backtest, int after, int limit) {
        return orders.fills(backtest, after, limit);
    }

    /** Both positions of each trade of a pair, in the order of the trades. @param after a number, 0 for the first */
    public List<LegRow> legs(long backtest, int after, int limit) {
        return pairs.legs(backtest, after, limit);
    }

    /** How many trades of a pair the alarm ended. */
    public int broken(long backtest) {
        return pairs.broken(backtest);
    }

    /** As {@link #part}, of a pair. */
    public Optional<SpreadCurve> spread(long backtest, int part) {
        return pairs.spread(backtest, part);
    }

    /** A stretch of bars in order; empty behind the last. @param part from 0 */
    public Optional<Curve> part(long backtest, int part) {
        return table.part(backtest, part);
    }
}
