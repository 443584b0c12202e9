package entrepot.platform.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
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
import java.time.LocalDateTime;

/** Says every two seconds that this node lives, and once that it leaves. */
@Singleton
@Startup
@DenyAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeBeat {

    private static final Logger LOG = System.getLogger(NodeBeat.class.getName());
    private static final long EVERY_MILLIS = 2000;

    @Resource
    private TimerService timers;

    @Inject
    private Nodes nodes;

    private LocalDateTime started;

    @PostConstruct
    void start() {
        started = nodes.now();
        beat();
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("node", false));
    }

    @Timeout
    void beat(Timer timer) {
        beat();
    }

    private void beat() {
        try {
            nodes.beat(started);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "heartbeat not written: {0}", failure.toString());
        }
    }

    @PreDestroy
    void leave() {
        try {
            nodes.leave();
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "the others are not told that this node leaves: {0}", away.toString());
        }
    }
}
