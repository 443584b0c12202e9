package entrepot.inventory.valuation;

/** What becomes of a charge that is known only after goods of its receipt have left. */
public enum LateCost {

    /** It belongs to the day of the receipt: everything that left since is restated. */
    REPLAY,

    /**
     * The part of the receipt's quantity that is on hand on the day of the charge takes its share, the rest is a variance;
     * what left before keeps its cost. The rule of iDempiere.
     */
    ON_HAND_SHARE
}
