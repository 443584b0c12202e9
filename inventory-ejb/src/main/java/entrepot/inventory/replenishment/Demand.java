package entrepot.inventory.replenishment;

/**
 * Demand a day as seen in a history.
 *
 * @param perDay  units a day
 * @param days    length of the history in days, zero days included
 * @param thin    the history is shorter than the policy wants, and its variance was raised
 * @param counted the item goes in whole units, not by weight or length
 */
public record Demand(Moments perDay, int days, boolean thin, boolean counted) {}
