package entrepot.platform.gauge;

import entrepot.platform.inbox.DecisionLag;
import entrepot.platform.outbox.Outbox;
import entrepot.platform.sql.Database;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Looks and remembers, in this server's memory alone. A look that fails is left out. */
@Singleton
@Startup
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Gauges {

    private static final Logger LOG = System.getLogger(Gauges.class.getName());
    private static final long EVERY_MILLIS = 2000;
    private static final int KEPT = 150;
    /** Postings whose way to a decision is measured. */
    private static final int MEASURED = 100;

    @Resource
    private TimerService timers;

    @Inject
    private Database database;

    @Inject
    private DecisionLag lag;

    @Inject
    private QueueDepths queues;

    @Inject
    private Clock clock;

    private final Samples samples = new Samples(KEPT);

    record Counts(long sealed, long unsealed, long untold) {}

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("gauges", false));
    }

    @Timeout
    void look(Timer timer) {
        try {
            samples.add(sample());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "gauges not read: {0}", failure.toString());
        }
    }

    /** The oldest first. */
    @RolesAllowed({"auditor", "admin"})
    public List<Sample> samples() {
        return samples.all();
    }

    /** Messages that were put aside, at the last look. */
    @RolesAllowed({"auditor", "admin"})
    public long dead() {
        Sample last = samples.last();
        return last == null ? 0 : last.queues().stream().mapToLong(QueueDepths.Depth::dead).sum();
    }

    private Sample sample() {
        Counts counts = database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT (SELECT COALESCE(MAX(number), 0) FROM seal) sealed, (SELECT COUNT(*) FROM to_seal) unsealed,"
                        + " (SELECT COUNT(*) FROM outbox) untold")
                .mapTo(Counts.class)
                .one());
        Sample before = samples.last();
        Instant now = clock.instant();
        long posted = counts.sealed() + counts.unsealed();
        return new Sample(now, posted, Samples.aSecond(before, posted, now), counts.unsealed(), counts.untold(), queues.all(),
                lags(before, posted, counts.unsealed() + counts.untold()));
    }

    /** They change only while something moves. */
    private List<DecisionLag.Lag> lags(Sample before, long posted, long open) {
        boolean still = before != null && before.posted() == posted && open == 0 && before.lags().stream().allMatch(one -> one.waiting() == 0);
        return still ? before.lags() : Outbox.TOPICS.stream().map(topic -> lag.last(topic, MEASURED)).toList();
    }
}
