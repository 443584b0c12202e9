package entrepot.inventory.replenishment;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Normal demand; loss = sd (phi(z) - z (1 - Phi(z))). */
record NormalDemand(Moments moments) implements DemandLaw {

    @Override
    public String name() {
        return "normal";
    }

    @Override
    public double quantile(double share) {
        return law().inverseCumulativeProbability(share);
    }

    @Override
    public double loss(double level) {
        NormalDistribution standard = new NormalDistribution();
        double z = (level - moments.mean()) / moments.deviation();
        return moments.deviation() * (standard.density(z) - z * standard.cumulativeProbability(-z));
    }

    @Override
    public double cumulative(double level) {
        return law().cumulativeProbability(level);
    }

    private NormalDistribution law() {
        return new NormalDistribution(moments.mean(), moments.deviation());
    }
}
