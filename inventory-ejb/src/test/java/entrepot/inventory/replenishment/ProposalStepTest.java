package entrepot.inventory.replenishment;

import static entrepot.inventory.replenishment.ProposalStep.Live.EDITED;
import static entrepot.inventory.replenishment.ProposalStep.Live.NONE;
import static entrepot.inventory.replenishment.ProposalStep.Live.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Quantity;
import org.junit.jupiter.api.Test;

class ProposalStepTest {

    private static final Quantity SOME = Quantity.units(12);
    private static final Quantity NOTHING = Quantity.ZERO;

    @Test
    void aNeedMakesOneProposalAndThenMovesIt() {
        assertThat(ProposalStep.of(NONE, SOME, false)).isEqualTo(ProposalStep.MAKE);
        assertThat(ProposalStep.of(OPEN, SOME, false)).isEqualTo(ProposalStep.FOLLOW);
    }

    @Test
    void anOpenProposalGoesWhenItIsNoLongerNeeded() {
        assertThat(ProposalStep.of(OPEN, NOTHING, false)).isEqualTo(ProposalStep.WITHDRAW);
    }

    @Test
    void whatABuyerWroteIsNeverWithdrawn() {
        assertThat(ProposalStep.of(EDITED, SOME, false)).isEqualTo(ProposalStep.KEEP_EDIT);
        assertThat(ProposalStep.of(EDITED, NOTHING, true)).isEqualTo(ProposalStep.KEEP_EDIT);
    }

    @Test
    void aDismissedItemStaysQuiet() {
        assertThat(ProposalStep.of(NONE, SOME, true)).isEqualTo(ProposalStep.NOTHING);
    }
}
