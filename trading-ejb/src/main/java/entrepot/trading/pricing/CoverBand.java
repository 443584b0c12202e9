package entrepot.trading.pricing;

/**
 * How the price follows the days of cover.
 *
 * @param leastDays   fewer days than this raise the price, above 0
 * @param mostDays    more days than this lower it, not below leastDays
 * @param elasticity  percent of demand lost for one percent of price, above 0; a higher one moves prices less
 * @param historyDays days of history below which demand is not believed, 0 or more
 */
public record CoverBand(double leastDays, double mostDays, double elasticity, int historyDays) {

    public CoverBand {
        if (!(leastDays > 0 && mostDays >= leastDays && mostDays <= 10_000)) {
            throw new IllegalArgumentException(
                    "cover from " + leastDays + " to " + mostDays + " days must rise and lie above 0 and up to 10000");
        }
        if (!(elasticity >= 0.1 && elasticity <= 100)) {
            throw new IllegalArgumentException("elasticity is " + elasticity + ", must be from 0.1 to 100");
        }
        if (historyDays < 0) {
            throw new IllegalArgumentException("historyDays is " + historyDays + ", must be 0 or more");
        }
    }
}
