package entrepot.trading.screen.server;

import entrepot.platform.job.JobKinds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes screens known as kinds of jobs. */
@Singleton
@Startup
@DenyAll
public class ScreenJobs {

    @Inject
    private JobKinds kinds;

    @Inject
    private ScreenJob screen;

    @Inject
    private NightlyScreens nightly;

    @PostConstruct
    void add() {
        kinds.add(screen);
        kinds.add(nightly);
    }
}
