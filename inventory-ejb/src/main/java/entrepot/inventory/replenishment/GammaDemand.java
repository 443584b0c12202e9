package entrepot.inventory.replenishment;

import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Gamma demand, shape a = (mu/sd)^2, scale b = sd^2/mu; loss = a b (1 - F(x; a+1, b)) - x (1 - F(x; a, b)).
 */
record GammaDemand(Moments moments) implements DemandLaw {

    @Override
    public String name() {
        return "gamma";
    }

    @Override
    public double quantile(double share) {
        return law(0).inverseCumulativeProbability(share);
    }

    @Override
    public double loss(double level) {
        return moments.mean() * (1 - law(1).cumulativeProbability(level)) - level * (1 - cumulative(level));
    }

    @Override
    public double cumulative(double level) {
        return law(0).cumulativeProbability(level);
    }

    private GammaDistribution law(int more) {
        double shape = moments.mean() * moments.mean() / moments.variance();
        return new GammaDistribution(shape + more, moments.variance() / moments.mean());
    }
}
