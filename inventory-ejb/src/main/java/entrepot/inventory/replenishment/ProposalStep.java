package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;

/**
 * What a new suggestion does to the live proposal of an item at a location. A quantity that a buyer wrote is never
 * changed and never withdrawn; only the suggestion beside it follows.
 */
public enum ProposalStep {
    NOTHING, MAKE, FOLLOW, KEEP_EDIT, WITHDRAW;

    /** A proposal as it stands: open, or with a quantity that a buyer wrote. */
    public enum Live { NONE, OPEN, EDITED }

    /** @param quiet a buyer dismissed the last proposal and wants to hear nothing yet */
    public static ProposalStep of(Live live, Quantity suggested, boolean quiet) {
        boolean needed = suggested.isPositive();
        return switch (live) {
            case NONE -> needed && !quiet ? MAKE : NOTHING;
            case OPEN -> needed ? FOLLOW : WITHDRAW;
            case EDITED -> KEEP_EDIT;
        };
    }
}
