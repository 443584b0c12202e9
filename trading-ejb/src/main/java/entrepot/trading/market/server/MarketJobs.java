package entrepot.trading.market.server;

import entrepot.platform.job.JobKinds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the jobs of market data known. */
@Singleton
@Startup
@DenyAll
public class MarketJobs {

    @Inject
    private JobKinds kinds;

    @Inject
    private MarketImportJob prices;

    @Inject
    private FlowImportJob flows;

    @Inject
    private MarketLook look;

    @PostConstruct
    void add() {
        kinds.add(prices);
        kinds.add(flows);
        kinds.add(look);
    }
}
