package entrepot.trading.basket;

import entrepot.trading.pair.Ending;

/**
 * A spread that was entered or left.
 *
 * @param ending       why it was left; null where it was entered
 * @param combinations that come back, by the latest test
 * @param score        of that close; not a number where there is none
 */
public record Turn(Ending ending, int combinations, double score) {

    /** {@code ENTERED}, or why it was left. */
    public String word() {
        return ending == null ? "ENTERED" : ending.name();
    }
}
