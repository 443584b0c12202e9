package entrepot.inventory.place;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickListTest {

    private static final Lying NEAR = new Lying("B", "HALL", 10, Quantity.units(4));
    private static final Lying FAR = new Lying("A", "HALL", 20, Quantity.units(9));
    private static final Lying OWED = new Lying("C", "HALL", 5, Quantity.units(-2));

    @Test
    void whatComesFirstOnTheWayIsTakenFirst() {
        assertThat(PickList.of(Quantity.units(6), List.of(FAR, OWED, NEAR))).isEqualTo(new PickList(List.of(
                new PickList.Pick("B", "HALL", Quantity.units(4)), new PickList.Pick("A", "HALL", Quantity.units(2))), Quantity.ZERO));
    }

    @Test
    void whatNoPlaceHasIsMissing() {
        assertThat(PickList.of(Quantity.units(20), List.of(FAR, NEAR)).missing()).isEqualTo(Quantity.units(7));
    }
}
