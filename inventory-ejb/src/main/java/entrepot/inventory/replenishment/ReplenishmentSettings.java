package entrepot.inventory.replenishment;

/**
 * The numbers a company decides by; each has a stated default and a range.
 *
 * @param windowDays     days of demand looked at, 7 to 1100
 * @param atLeastDays    a shorter history is read as this many days, 1 to windowDays
 * @param reviewDays     days between two looks at an item, 1 to 90
 * @param serviceLevel   share of cycles without a stock-out where the item has none of its own, above 0.5 and below 1
 * @param orderCost      money for one more order line, above 0
 * @param holdingRate    cost of holding, share of the unit cost a year, above 0
 * @param leastCoverDays a lot covers at least this many days, 1 or more
 * @param mostCoverDays  and at most this many, not below leastCoverDays
 * @param leadTimeSpread deviation of a stated lead time as a share of it, 0 to 2
 * @param learnFrom      receipts after which the lead time is learnt and no longer the stated one, 2 or more
 */
public record ReplenishmentSettings(
        int windowDays,
        int atLeastDays,
        int reviewDays,
        double serviceLevel,
        double orderCost,
        double holdingRate,
        int leastCoverDays,
        int mostCoverDays,
        double leadTimeSpread,
        int learnFrom) {

    /** Half a year of whole weeks, a daily look, 95 %, 5.00 a line, a quarter of the cost a year, 7 to 90 days of cover. */
    public static final ReplenishmentSettings DEFAULT =
            new ReplenishmentSettings(182, 14, 1, 0.95, 5.00, 0.25, 7, 90, 0.25, 5);

    public ReplenishmentSettings {
        within("windowDays", windowDays, 7, 1100);
        within("atLeastDays", atLeastDays, 1, windowDays);
        within("reviewDays", reviewDays, 1, 90);
        within("serviceLevel", serviceLevel, 0.500001, 0.999999);
        within("orderCost", orderCost, 0.000001, 1e9);
        within("holdingRate", holdingRate, 0.000001, 10);
        within("leastCoverDays", leastCoverDays, 1, 1100);
        within("mostCoverDays", mostCoverDays, leastCoverDays, 1100);
        within("leadTimeSpread", leadTimeSpread, 0, 2);
        within("learnFrom", learnFrom, 2, 1000);
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be from " + least + " to " + most);
        }
    }
}
