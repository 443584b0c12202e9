package entrepot.inventory.check.server;

import entrepot.platform.lease.Leases;
import entrepot.platform.outbox.HistoryLoad;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Looks at the book every few seconds, on one node of several; at a history that is brought in when it is there. */
@Singleton
@Startup
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ProofTimer {

    private static final Logger LOG = System.getLogger(ProofTimer.class.getName());
    private static final long EVERY_MILLIS = 5000;
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Resource
    private TimerService timers;

    @Inject
    private Leases leases;

    @Inject
    private ProofRound round;

    @Inject
    private HistoryLoad history;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("proof", false));
    }

    @Timeout
    void round(Timer timer) {
        try {
            if (!history.isUnderWay() && leases.hold("proof", LEASE)) {
                round.look();
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "looking at the book failed, the next look repeats it", failure);
        }
    }
}
