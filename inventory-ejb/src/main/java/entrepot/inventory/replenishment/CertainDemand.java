package entrepot.inventory.replenishment;

/** Demand that does not vary, or is none. */
record CertainDemand(double mean) implements DemandLaw {

    @Override
    public String name() {
        return "no variation";
    }

    @Override
    public double quantile(double share) {
        return mean;
    }

    @Override
    public double loss(double level) {
        return Math.max(0, mean - level);
    }

    @Override
    public double cumulative(double level) {
        return level >= mean ? 1 : 0;
    }
}
