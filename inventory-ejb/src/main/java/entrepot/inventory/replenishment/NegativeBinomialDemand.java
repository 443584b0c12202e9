package entrepot.inventory.replenishment;

import org.hipparchus.special.Beta;

/**
 * Whole units with a variance above the mean (customers who take several): r = mu^2/(sd^2-mu), p = mu/sd^2,
 * F(k) = I_p(r, k+1). The number r need not be whole, so the law is written on the incomplete beta function.
 */
record NegativeBinomialDemand(Moments moments) implements DemandLaw {

    @Override
    public String name() {
        return "negative binomial";
    }

    @Override
    public double quantile(double share) {
        int high = 1;
        while (cumulative(high) < share) {
            high *= 2;
        }
        int low = -1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (cumulative(middle) >= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Mean less the sum of the upper tail below the level: E(D-x)+ = mu - sum over k < x of P(D > k). */
    @Override
    public double loss(double level) {
        int x = (int) Math.floor(level);
        double rest = moments.mean();
        for (int k = 0; k < x; k++) {
            rest -= 1 - cumulative(k);
        }
        return Math.max(0, rest - (level - x) * (1 - cumulative(x)));
    }

    @Override
    public double cumulative(double level) {
        double k = Math.floor(level);
        return k < 0 ? 0 : Beta.regularizedBeta(moments.mean() / moments.variance(), size(), k + 1);
    }

    private double size() {
        return moments.mean() * moments.mean() / (moments.variance() - moments.mean());
    }
}
