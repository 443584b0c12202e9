package entrepot.trading.market.server;

import entrepot.platform.job.JobKinds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the import of prices known as a kind of job. */
@Singleton
@Startup
@DenyAll
public class MarketJobs {

    @Inject
    private JobKinds kinds;

    @Inject
    private MarketImportJob prices;

    @PostConstruct
    void add() {
        kinds.add(prices);
    }
}
