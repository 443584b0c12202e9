package entrepot.trading.basket.server;

import entrepot.platform.job.JobDesk;
import entrepot.trading.backtest.server.BacktestEvidence;
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

/** What portfolio backtests there are and what came of them. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class BasketReport {

    @Inject
    private BasketTable table;

    @Inject
    private BasketRows rows;

    @EJB
    private JobDesk jobs;

    @EJB
    private TrialLog trials;

    /** Newest first. @param symbol of one of the instruments, null for all; @param before a number, or {@code Long.MAX_VALUE} */
    public List<BasketView> list(String symbol, long before, int limit) {
        Map<List<String>, Trials> counted = new HashMap<>();
        return table.list(symbol, before, limit).stream().map(row -> view(row, counted)).toList();
    }

    public Optional<BasketView> find(UUID id) {
        return table.find(id).map(row -> view(row, new HashMap<>()));
    }

    private BasketView view(BasketRow row, Map<List<String>, Trials> counted) {
        BasketFigures result = table.result(row.number()).orElse(null);
        BacktestEvidence evidence = result == null ? null : BacktestEvidence.of(result.performance(), result.scrutiny(),
                counted.computeIfAbsent(row.experiment().symbols(), trials::onAny));
        return new BasketView(row.number(), row.id(), row.experiment(), jobs.find(row.jobId()).orElseThrow(), row.createdAt(), row.createdBy(), result, evidence);
    }

    /** In the order of the alphabet. @param basket its number, as in the following */
    public List<MemberRow> members(long basket) {
        return rows.members(basket);
    }

    /** In their order, as the following. @param after a number, 0 for the first */
    public List<DecisionRow> decisions(long basket, int after, int limit) {
        return rows.decisions(basket, after, limit);
    }

    public Optional<DecisionRow> lastDecision(long basket) {
        return rows.lastDecision(basket);
    }

    public List<BasketOrderRow> orders(long basket, int after, int limit) {
        return rows.orders(basket, after, limit);
    }

    public List<BookingRow> bookings(long basket, int after, int limit) {
        return rows.bookings(basket, after, limit);
    }

    /** Of a portfolio that trades a spread; none of others, and behind the last. @param part from 0 */
    public Optional<BasketSpread> spread(long basket, int part) {
        return rows.spread(basket, part);
    }

    /** What each position that was closed brought, in minor units. */
    public long[] profits(long basket) {
        return ClosedHoldings.profits(orders(basket, 0, Integer.MAX_VALUE), bookings(basket, 0, Integer.MAX_VALUE));
    }

    /** A stretch of days in order; empty behind the last. @param part from 0; @param members how many instruments */
    public Optional<BasketCurve> part(long basket, int part, int members) {
        return rows.part(basket, part, members);
    }
}
