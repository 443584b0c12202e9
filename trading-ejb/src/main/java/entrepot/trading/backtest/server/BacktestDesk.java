package entrepot.trading.backtest.server;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.sql.Ids;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.server.FlowBoard;
import entrepot.trading.market.server.MarketData;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Where a quant asks for a backtest. */
@Stateless
@RolesAllowed({"quant", "admin"})
public class BacktestDesk {

    @Inject
    private BacktestTable table;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private JobDesk jobs;

    @EJB
    private MarketData market;

    @EJB
    private FlowBoard flows;

    @Inject
    private TradedSource traded;

    @Resource
    private SessionContext context;

    /**
     * Queues it, or finds that it was asked for before.
     *
     * @return whether it is new
     * @throws BacktestRefused where there is no such instrument, or the id stands for another experiment
     */
    public boolean ask(UUID id, Experiment asked) {
        var before = table.find(id);
        if (before.isPresent()) {
            if (!before.get().experiment().equals(asked)) {
                throw new BacktestRefused("idempotency-clash", "the key " + id + " was used before for another backtest");
            }
            return false;
        }
        if (market.instrument(asked.symbol()).isEmpty()) {
            throw new BacktestRefused("unknown-instrument", "no instrument '" + asked.symbol() + "'");
        }
        if (asked.pair() != null) {
            checkOther(asked);
        }
        checkFutures(asked);
        if (asked.replay() != null && flows.list(asked.symbol()).stream().noneMatch(one -> one.kind() == asked.replay().kind() && one.size() > 0)) {
            throw new BacktestRefused("no-flow", asked.symbol() + " has no " + asked.replay().kind() + " to trade in; bring in a file of them first");
        }
        if (asked.replay() == null) {
            refuse(asked.symbol(), asked.bars());
        }
        if (asked.replay() == null && asked.bars().isDaily() && !table.hasBars(asked.symbol()) && flows.list(asked.symbol()).stream().anyMatch(one -> one.size() > 0)) {
            throw new BacktestRefused("no-bars", asked.symbol() + " has recorded orders or quotes only, and no daily bars; trade in those with replay, or bring in a file of bars");
        }
        Job job = jobs.run(BacktestJob.KIND, title(asked), new BacktestJob.Wanted(id));
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        table.add(BacktestRow.of(ids.next(), id, asked, job.id(), now, context.getCallerPrincipal().getName()));
        return true;
    }

    private void checkFutures(Experiment asked) {
        traded.objection(asked.symbol(), asked.bars()).ifPresent(wrong -> {
            throw new BacktestRefused("future", "/every", wrong);
        });
        boolean single = asked.pair() == null && asked.making() == null && asked.replay() == null;
        List<String> contracts = Stream.of(asked.symbol(), asked.pair() == null ? asked.symbol() : asked.pair().other()).distinct()
                .filter(symbol -> market.instrument(symbol).orElseThrow().kind().isFuture()).toList();
        if (!single && !contracts.isEmpty()) {
            throw new BacktestRefused("future", String.join(" and ", contracts) + (contracts.size() == 1 ? " is a future" : " are futures")
                    + "; strategies of one instrument trade futures, pairs, market making and recorded markets do not");
        }
    }

    private void refuse(String symbol, BarPlan bars) {
        market.objection(symbol, bars).ifPresent(wrong -> {
            throw new BacktestRefused(wrong.code(), "/" + wrong.field(), wrong.detail());
        });
    }

    private void checkOther(Experiment asked) {
        String other = asked.pair().other();
        String currency = market.instrument(asked.symbol()).orElseThrow().currency();
        String its = market.instrument(other).map(Instrument::currency)
                .orElseThrow(() -> new BacktestRefused("unknown-other", "no instrument '" + other + "'"));
        if (!its.equals(currency)) {
            throw new BacktestRefused("other-currency", "must be priced in " + currency + " as " + asked.symbol() + ", " + other + " is in " + its);
        }
        refuse(other, asked.bars());
    }

    private static String title(Experiment asked) {
        if (asked.pair() != null) {
            return "Backtest " + asked.symbol() + ", pair with " + asked.pair().other();
        }
        if (asked.replay() != null) {
            return "Backtest " + asked.symbol() + (asked.parent() == null ? ", market making" : ", parent order") + " in recorded "
                    + asked.replay().kind().name().toLowerCase(Locale.ROOT);
        }
        if (asked.making() != null) {
            return "Backtest " + asked.symbol() + ", market making";
        }
        if (asked.learned() != null) {
            return "Backtest " + asked.symbol() + ", learned signal";
        }
        return "Backtest " + asked.symbol()
                + (asked.crossover() != null ? ", crossover " + asked.crossover().fast() + " and " + asked.crossover().slow()
                : asked.rule() != null ? ", own rule" : ", " + asked.configured().words());
    }
}
