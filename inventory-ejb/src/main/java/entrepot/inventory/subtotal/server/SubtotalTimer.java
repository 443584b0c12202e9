package entrepot.inventory.subtotal.server;

import entrepot.platform.lease.Leases;
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

/** Writes the subtotals of each block that has become full, on one node of several. */
@Singleton
@Startup
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class SubtotalTimer {

    private static final Logger LOG = System.getLogger(SubtotalTimer.class.getName());
    private static final long EVERY_MILLIS = 1000;
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Resource
    private TimerService timers;

    @Inject
    private Leases leases;

    @Inject
    private SubtotalTransaction subtotals;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("subtotals", false));
    }

    @Timeout
    void round(Timer timer) {
        try {
            boolean more = true;
            while (more && leases.hold("subtotals", LEASE)) {
                more = subtotals.next();
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "writing subtotals failed, the next round repeats it", failure);
        }
    }
}
