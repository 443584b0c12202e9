package entrepot.trading.sweep.server;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.sql.Ids;
import entrepot.platform.sql.StoredJson;
import entrepot.trading.backtest.server.TradedSource;
import entrepot.trading.basket.server.BasketSource;
import entrepot.trading.evidence.server.TrialRow;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.sweep.Sweep;
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
import java.util.Optional;
import java.util.UUID;

/** Where a quant asks for a sweep, stops it and lets it go on. */
@Stateless
@RolesAllowed({"quant", "admin"})
public class SweepDesk {

    @Inject
    private SweepTable table;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private JobDesk jobs;

    @EJB
    private MarketData market;

    @Inject
    private BasketSource baskets;

    @Inject
    private TradedSource traded;

    @Resource
    private SessionContext context;

    /**
     * Queues it, or finds that it was asked for before.
     *
     * @return whether it is new
     * @throws SweepRefused where there is no such instrument, not all are in one currency, or the id stands for another sweep
     */
    public boolean ask(UUID id, Sweep asked) {
        Optional<SweepRow> before = table.find(id);
        if (before.isPresent()) {
            if (!before.get().sweep().equals(asked)) {
                throw new SweepRefused("idempotency-clash", "the key " + id + " was used before for another sweep");
            }
            return false;
        }
        refuse(asked);
        Job job = jobs.run(SweepJob.KIND, title(asked), new SweepJob.Wanted(id));
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        table.add(new SweepRow(ids.next(), id, asked.basket() != null ? TrialRow.PORTFOLIO : asked.base().symbol(),
                asked.symbols().size() > 1 ? String.join(" ", asked.symbols()) : null, StoredJson.write(SweepAsked.of(asked)), job.id(), now,
                context.getCallerPrincipal().getName()));
        return true;
    }

    private static String title(Sweep asked) {
        if (asked.basket() != null) {
            return "Sweep of a portfolio, " + asked.symbols().size() + " instruments";
        }
        return "Sweep " + asked.base().symbol() + (asked.base().pair() == null ? "" : ", pair with " + asked.base().pair().other());
    }

    private void refuse(Sweep asked) {
        if (asked.basket() == null && market.instrument(asked.base().symbol()).isEmpty()) {
            throw new SweepRefused("unknown-instrument", "no instrument '" + asked.base().symbol() + "'");
        }
        baskets.objection(asked.symbols(), asked.basket() == null && asked.base().pair() == null && asked.base().making() == null).ifPresent(wrong -> {
            boolean other = asked.basket() == null && wrong.code().equals("unknown-instrument");
            throw new SweepRefused(other ? "unknown-other" : wrong.code(), wrong.detail());
        });
        if (asked.basket() == null) {
            traded.objection(asked.base().symbol(), asked.base().bars()).ifPresent(wrong -> {
                throw new SweepRefused("future", "/every", wrong);
            });
            asked.symbols().forEach(symbol -> market.objection(symbol, asked.base().bars()).ifPresent(wrong -> {
                throw new SweepRefused(wrong.code(), "/" + wrong.field(), wrong.detail());
            }));
        }
    }

    /** Stops it behind the chunk it is at; what is there is kept. @throws SweepRefused where it is over */
    public void cancel(UUID id) {
        if (!jobs.cancel(table.find(id).orElseThrow().jobId())) {
            throw new SweepRefused("job-state", "sweep " + id + " is over already");
        }
    }

    /** Goes on at the first chunk that is missing. @throws SweepRefused where it neither failed nor was cancelled */
    public void resume(UUID id) {
        if (!jobs.retry(table.find(id).orElseThrow().jobId())) {
            throw new SweepRefused("job-state", "sweep " + id + " neither failed nor was cancelled");
        }
    }
}
