package entrepot.trading.pricing.server;

import entrepot.platform.job.JobKinds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes this module's jobs known, since the jobs' own module cannot see them. */
@Singleton
@Startup
@DenyAll
public class PricingJobs {

    @Inject
    private JobKinds kinds;

    @Inject
    private RepriceReview review;

    @PostConstruct
    void add() {
        kinds.add(review);
    }
}
