package entrepot.platform.job;

import entrepot.platform.company.CompanyFile;
import entrepot.platform.lease.Leases;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Once a second: keeps the leases of what runs here, adds the jobs that are due, starts what waits; what somebody asked
 * for on the node that starts jobs is started as soon as it is committed. One node of several starts jobs; what a dead
 * node left is taken up when its lease ends. A tick missed while no server ran is made up for,
 * but not on the first day of a kind.
 */
@Singleton
@Startup
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class JobDispatcher {

    private static final Logger LOG = System.getLogger(JobDispatcher.class.getName());
    private static final long EVERY_MILLIS = 1000;
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 3;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService threads;

    @Resource
    private SessionContext context;

    @EJB
    private JobWorker worker;

    @Inject
    private JobTable table;

    @Inject
    private JobKinds kinds;

    @Inject
    private Leases leases;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private final Map<Long, Attempt> running = new ConcurrentHashMap<>();
    private Instant up;

    @PostConstruct
    void start() {
        up = clock.instant();
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("jobs", false));
    }

    @PreDestroy
    void stop() {
        running.values().forEach(attempt -> {
            attempt.stop();
            table.release(attempt.job());
        });
    }

    @Timeout
    void round(Timer timer) {
        try {
            running.forEach((id, attempt) -> {
                if (!table.beat(id)) {
                    attempt.lose();
                }
            });
            if (leases.hold("jobs", LEASE)) {
                addDue();
            }
            beginWaiting();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "looking after jobs failed, the next round repeats it", failure);
        }
    }

    @PermitAll
    public void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Job job) {
        JobDispatcher locked = context.getBusinessObject(JobDispatcher.class);
        threads.execute(locked::beginWaiting);
    }

    @PermitAll
    public void beginWaiting() {
        if (leases.hold("jobs", LEASE)) {
            table.waiting().forEach(this::begin);
        }
    }

    private void addDue() {
        Instant now = clock.instant();
        for (JobKind kind : kinds.all()) {
            kind.nightlyAt().map(at -> new Schedule(kind.name(), at, companies.company().zone())).ifPresent(schedule -> {
                if (schedule.lastDue(now).toInstant().isAfter(up) || table.everTicked(kind.name())) {
                    table.add(kind.name(), kind.title(), "{}", "system", schedule.tick(now));
                }
            });
        }
    }

    private void begin(Job job) {
        JobKind kind = kinds.find(job.kind()).orElse(null);
        if (kind == null || running.size() >= AT_ONCE || running.containsKey(job.id()) || table.isKindRunning(job.kind())) {
            return;
        }
        if (table.claim(job.id())) {
            Job claimed = table.find(job.id()).orElseThrow();
            if (claimed.attempts() > JobTable.ATTEMPTS_AFTER_CRASH) {
                table.finish(job.id(), Job.Status.FAILED, "was interrupted " + JobTable.ATTEMPTS_AFTER_CRASH + " times");
            } else {
                run(kind, new Attempt(table, claimed));
            }
        }
    }

    private void run(JobKind kind, Attempt attempt) {
        running.put(attempt.job(), attempt);
        threads.execute(() -> {
            try {
                worker.work(kind, attempt);
            } finally {
                running.remove(attempt.job());
            }
        });
    }
}
