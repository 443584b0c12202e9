package entrepot.trading.pricing;

/**
 * How prices of some items are made.
 *
 * @param name        as people call it
 * @param costAgeDays a cost confirmed longer ago is stale, and no price is made from it
 */
public record PriceRule(
        String name, Limits limits, Step step, Pace pace, Ending ending, CoverBand cover, int costAgeDays, Mode mode) {

    /** Who applies a new price: a person who approves it, or the rule by itself. */
    public enum Mode { PROPOSE, AUTOMATIC }

    public PriceRule {
        if (costAgeDays < 0) {
            throw new IllegalArgumentException("costAgeDays is " + costAgeDays + ", must be 0 or more");
        }
    }
}
