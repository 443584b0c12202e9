package entrepot.trading.backtest.server;

import entrepot.platform.job.JobKinds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the backtest known as a kind of job. */
@Singleton
@Startup
@DenyAll
public class BacktestJobs {

    @Inject
    private JobKinds kinds;

    @Inject
    private BacktestJob backtest;

    @PostConstruct
    void add() {
        kinds.add(backtest);
    }
}
