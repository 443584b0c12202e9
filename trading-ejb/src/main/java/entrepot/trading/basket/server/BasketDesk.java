package entrepot.trading.basket.server;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.sql.Ids;
import entrepot.trading.basket.BasketExperiment;
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
import java.util.UUID;

/** Where a quant asks for a portfolio backtest. */
@Stateless
@RolesAllowed({"quant", "admin"})
public class BasketDesk {

    @Inject
    private BasketTable table;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private JobDesk jobs;

    @Inject
    private BasketSource source;

    @Resource
    private SessionContext context;

    /**
     * Queues it, or finds that it was asked for before.
     *
     * @return whether it is new
     * @throws BasketRefused where an instrument is not there or not in the currency of the first, or the id stands for another experiment
     */
    public boolean ask(UUID id, BasketExperiment asked) {
        var before = table.find(id);
        if (before.isPresent()) {
            if (!before.get().experiment().equals(asked)) {
                throw new BasketRefused("idempotency-clash", "the key " + id + " was used before for another portfolio backtest");
            }
            return false;
        }
        source.objection(asked.symbols(), false).ifPresent(wrong -> {
            throw new BasketRefused(wrong.code(), wrong.detail());
        });
        Job job = jobs.run(BasketJob.KIND, "Portfolio backtest, " + asked.symbols().size() + " instruments, " + asked.rule().kind() + ", "
                + asked.plan().construction(), new BasketJob.Wanted(id));
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        table.add(BasketRow.of(ids.next(), id, asked, job.id(), now, context.getCallerPrincipal().getName()));
        return true;
    }
}
