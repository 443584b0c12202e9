package entrepot.inventory.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.kernel.Quantity;
import org.junit.jupiter.api.Test;

class PackingTest {

    @Test
    void anOrderIsRaisedToTheMinimumAndThenToWholePacks() {
        var packing = new Packing(Quantity.units(12), Quantity.units(50));
        assertThat(packing.fit(Quantity.units(1))).isEqualTo(Quantity.units(60));
        assertThat(packing.fit(Quantity.units(60))).isEqualTo(Quantity.units(60));
        assertThat(packing.fit(Quantity.units(61))).isEqualTo(Quantity.units(72));
    }

    @Test
    void nothingStaysNothing() {
        assertThat(new Packing(Quantity.units(12), Quantity.units(50)).fit(Quantity.ZERO)).isEqualTo(Quantity.ZERO);
    }

    @Test
    void packsMayBeFractionsOfAUnit() {
        var reel = new Packing(new Quantity(2_500_000), Quantity.ZERO);
        assertThat(reel.fit(Quantity.units(6))).isEqualTo(new Quantity(7_500_000));
    }

    @Test
    void aPackOfNothingIsRefused() {
        assertThatThrownBy(() -> new Packing(Quantity.ZERO, Quantity.ZERO)).hasMessageContaining("pack of 0 must be above 0");
    }
}
