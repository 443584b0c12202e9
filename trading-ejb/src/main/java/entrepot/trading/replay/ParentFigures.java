package entrepot.trading.replay;

/**
 * What a parent order was had for, beside the price when it came. Money above zero is lost against that price; a figure of nothing is not a number.
 *
 * @param began     nanoseconds of the epoch, {@code lastFill} too, which is when it began where there is none
 * @param filled    of the units that were wanted
 * @param arrival   the mid when it began
 * @param average   price of its fills
 * @param vwap      of what others traded from then until the decision at which all of it was had, or the flow was over
 * @param paid      by how much worse than the arrival price it was filled
 * @param missed    what the rest would cost at the last mid beyond the arrival price
 * @param shortfall all three, as a share of what was wanted at the arrival price (Perold 1988)
 */
public record ParentFigures(long began, long lastFill, double wanted, double filled, double arrival, double average, double vwap, double paid, double fees,
        double missed, double shortfall) {}
