package entrepot.platform.pump;

import entrepot.platform.audit.SealFile;
import entrepot.platform.audit.Sealer;
import entrepot.platform.lease.Leases;
import entrepot.platform.node.Nodes;
import entrepot.platform.outbox.HistoryLoad;
import entrepot.platform.outbox.Outbox;
import entrepot.platform.outbox.Relay;
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
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * The timer behind the postings. Each step has its own transaction: sealing, sending, removing what was sent. A round
 * that fails is logged once and repeated by the next. One node seals and sends; each keeps its own file of the seals. Who takes
 * this over tells again what nobody decided on: another may have died with it in its queues.
 */
@Singleton
@Startup
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Pump {

    private static final Logger LOG = System.getLogger(Pump.class.getName());
    private static final long EVERY_MILLIS = 200;
    private static final Duration LEASE = Duration.ofSeconds(10);

    @Resource
    private TimerService timers;

    @Resource
    private UserTransaction transaction;

    @Inject
    private Leases leases;

    @Inject
    private Sealer sealer;

    @Inject
    private SealFile file;

    @Inject
    private Relay relay;

    @Inject
    private HistoryLoad history;

    @Inject
    private Outbox outbox;

    @Inject
    private Nodes nodes;

    private boolean mine;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("pump", false));
    }

    @Timeout
    void round(Timer timer) {
        try {
            boolean before = mine;
            mine = leases.hold("pump", LEASE);
            if (mine) {
                seal();
                if (!before && nodes.hasOthers()) {
                    takeOver();
                }
                if (!history.isUnderWay()) {
                    Outbox.TOPICS.forEach(this::tell);
                }
            }
            while (file.ship() > 0) {
                mine = leases.hold("pump", LEASE);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "pump round failed, the next one repeats it", failure);
        }
    }

    private void takeOver() {
        int[] told = new int[1];
        inTransaction(() -> told[0] = outbox.announceUndecided());
        LOG.log(Level.INFO, "this node seals and sends from now on: told again={0}", told[0]);
    }

    private void seal() {
        int[] sealed = new int[1];
        do {
            inTransaction(() -> sealed[0] = sealer.seal());
        } while (sealed[0] == Sealer.GROUP);
    }

    private void tell(String topic) {
        Relay.Load load = relay.read(topic);
        if (!load.rows().isEmpty()) {
            inTransaction(() -> relay.send(load));
            relay.remove(load);
        }
    }

    private void inTransaction(Runnable work) {
        boolean done = false;
        try {
            transaction.begin();
            work.run();
            done = true;
        } catch (jakarta.transaction.NotSupportedException | jakarta.transaction.SystemException failure) {
            throw new IllegalStateException("no transaction to be had", failure);
        } finally {
            end(done);
        }
    }

    private void end(boolean commit) {
        try {
            if (commit) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (Exception failure) {
            throw new IllegalStateException("transaction did not " + (commit ? "commit" : "roll back"), failure);
        }
    }
}
