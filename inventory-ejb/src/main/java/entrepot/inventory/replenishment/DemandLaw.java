package entrepot.inventory.replenishment;

/**
 * How demand over the protected time is distributed.
 *
 * <p>Which law, and why: fewer than {@value #SLOW} units expected and counted in units: Poisson, or negative binomial
 * where the variance is above the mean, since the normal law gives half units and undershoots the long tail of slow
 * movers. Otherwise gamma where the deviation is more than {@value #SKEWED} of the mean (a normal law would then sell
 * negative units), else normal. The two thresholds are this product's decision.
 *
 * @see "Gamma: Silver, Pyke and Thomas 2016, 311-312; Strijbosch and Moors, Simple expressions for safety factors in
 *      inventory control, on the (R, S) policy; negative binomial: vectors nvnb-*, r = mu^2/(sd^2-mu), p = mu/sd^2"
 */
public interface DemandLaw {

    double SLOW = 10;
    double SKEWED = 0.5;

    /** The word for it, as shown to the buyer. */
    String name();

    /** @return least units that cover demand with at least this probability; {@code share} in (0, 1) */
    double quantile(double share);

    /** @return expected units by which demand exceeds {@code level}, never negative */
    double loss(double level);

    /** @return probability that demand is at most {@code level} */
    double cumulative(double level);

    static DemandLaw of(Moments demand, boolean counted) {
        if (demand.mean() == 0 || demand.variance() == 0) {
            return new CertainDemand(demand.mean());
        }
        if (counted && demand.mean() < SLOW) {
            return demand.variance() > demand.mean() ? new NegativeBinomialDemand(demand) : new PoissonDemand(demand.mean());
        }
        return demand.deviation() > SKEWED * demand.mean() ? new GammaDemand(demand) : new NormalDemand(demand);
    }
}
