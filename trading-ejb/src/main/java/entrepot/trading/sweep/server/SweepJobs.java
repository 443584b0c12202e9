package entrepot.trading.sweep.server;

import entrepot.platform.job.JobKinds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the sweep known as a kind of job. */
@Singleton
@Startup
@DenyAll
public class SweepJobs {

    @Inject
    private JobKinds kinds;

    @Inject
    private SweepJob sweep;

    @PostConstruct
    void add() {
        kinds.add(sweep);
    }
}
