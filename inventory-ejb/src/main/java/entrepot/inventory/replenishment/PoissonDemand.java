package entrepot.inventory.replenishment;

import org.hipparchus.distribution.discrete.PoissonDistribution;

/** Single units at random times; loss at whole x = mu (1 - F(x-1)) - x (1 - F(x)). */
record PoissonDemand(double mean) implements DemandLaw {

    @Override
    public String name() {
        return "Poisson";
    }

    @Override
    public double quantile(double share) {
        return law().inverseCumulativeProbability(share);
    }

    @Override
    public double loss(double level) {
        int x = (int) Math.floor(level);
        PoissonDistribution law = law();
        double whole = mean * (1 - law.cumulativeProbability(x - 1)) - x * (1 - law.cumulativeProbability(x));
        return Math.max(0, whole - (level - x) * (1 - law.cumulativeProbability(x)));
    }

    @Override
    public double cumulative(double level) {
        return law().cumulativeProbability((int) Math.floor(level));
    }

    private PoissonDistribution law() {
        return new PoissonDistribution(mean);
    }
}
