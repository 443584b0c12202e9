package entrepot.inventory.consign;

import static entrepot.inventory.consign.Shortfall.ANY;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.consign.Shortfall.Own;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortfallTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final long A = 7;
    private static final long OLD = 8;

    private final Shortfall wanted = new Shortfall();

    @Test
    void ofGoodsWithoutLotsItIsWhatIsBeyondOurs() {
        want(ANY, 5);
        assertThat(beyond(new Own(ANY, null, 3_000_000))).containsExactly(Map.entry(ANY, Quantity.units(2)));
        assertThat(beyond(new Own(ANY, null, -3_000_000))).as("below zero there is nothing of ours").containsEntry(ANY, Quantity.units(5));
        assertThat(beyond()).containsEntry(ANY, Quantity.units(5));
    }

    @Test
    void whatIsNamedLeavesLessForWhatIsNot() {
        want(A, 2);
        want(ANY, 4);
        want(A, 1);
        assertThat(beyond(new Own(A, DAY, 5_000_000))).containsEntry(A, Quantity.ZERO).containsEntry(ANY, Quantity.units(2));
        assertThat(beyond(new Own(A, DAY, 2_000_000))).containsEntry(A, Quantity.units(1)).containsEntry(ANY, Quantity.units(4));
    }

    @Test
    void whatIsNamedIsTakenFirst() {
        want(ANY, 1);
        want(A, 2);
        assertThat(beyond()).containsExactly(Map.entry(A, Quantity.units(2)), Map.entry(ANY, Quantity.units(1)));
    }

    @Test
    void whatIsExpiredIsOursOnlyWhereItIsNamed() {
        want(OLD, 1);
        want(ANY, 4);
        assertThat(beyond(new Own(OLD, DAY.minusDays(1), 9_000_000), new Own(A, DAY, 1_000_000)))
                .containsEntry(OLD, Quantity.ZERO).containsEntry(ANY, Quantity.units(3));
    }

    private void want(long lot, int units) {
        wanted.want(lot, Quantity.units(units));
    }

    private Map<Long, Quantity> beyond(Own... ours) {
        return wanted.beyond(List.of(ours), DAY);
    }
}
