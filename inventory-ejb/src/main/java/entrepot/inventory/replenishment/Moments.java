package entrepot.inventory.replenishment;

/**
 * Mean and variance of something that varies: units a day, days of lead time.
 *
 * @param mean     0 or more
 * @param variance 0 or more, in squared units of the mean
 */
public record Moments(double mean, double variance) {

    public Moments {
        if (!(mean >= 0) || !(variance >= 0) || Double.isInfinite(mean) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("mean " + mean + " and variance " + variance + " must be 0 or more and finite");
        }
    }

    /** Sample mean, and variance with n - 1; one observation has variance 0. */
    public static Moments sample(double... observations) {
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (double x : observations) {
            double before = x - mean;
            mean += before / ++count;
            squares += before * (x - mean);
        }
        return new Moments(mean, count < 2 ? 0 : squares / (count - 1));
    }

    public double deviation() {
        return Math.sqrt(variance);
    }

    /**
     * Demand over a time that itself varies: mean times mean, and
     * {@code E(T) Var(D) + E(D)^2 Var(T)} for independent days.
     *
     * @see "Silver, Pyke and Peterson style, as in the vectors svc-a to svc-e: var = (R+L) sd_d^2 + mean_d^2 sd_L^2"
     */
    public Moments over(Moments days) {
        return new Moments(mean * days.mean(), days.mean() * variance + mean * mean * days.variance());
    }
}
