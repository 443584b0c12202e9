package entrepot.trading.basket.server;

import entrepot.platform.job.JobKinds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the portfolio backtest known as a kind of job. */
@Singleton
@Startup
@DenyAll
public class BasketJobs {

    @Inject
    private JobKinds kinds;

    @Inject
    private BasketJob basket;

    @PostConstruct
    void add() {
        kinds.add(basket);
    }
}
