package entrepot.inventory.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.replenishment.Packing;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmedTest {

    @Test
    void eachSupplierGetsOneOrderForEachLocation() {
        var orders = Confirmed.orders(List.of(of(3, 7L, 1, 12), of(1, 7L, 1, 24), of(2, 7L, 2, 12), of(4, 8L, 1, 12)));
        assertThat(orders.keySet()).containsExactlyInAnyOrder(party(7, 1), party(7, 2), party(8, 1));
        assertThat(orders.get(party(7, 1))).extracting(line -> line.item().value()).containsExactly(1L, 3L);
        assertThat(orders.get(party(7, 1))).extracting(OrderLine::number).containsExactly(0, 1);
    }

    @Test
    void anItemWithoutSupplierCannotBeOrdered() {
        assertThat(of(1, null, 1, 12).refusal(0)).get().extracting("code").isEqualTo("no-supplier");
    }

    @Test
    void aBrokenPackIsRefusedWithTheNextThatIsOrderable() {
        assertThat(of(1, 7L, 1, 13).refusal(0)).get().extracting("detail")
                .isEqualTo("SKU-1: 13 is not orderable in packs of 12 with a minimum of 0, the next that is: 24");
        assertThat(of(1, 7L, 1, 24).refusal(0)).isEmpty();
    }

    private static Confirmed.Party party(long supplier, long location) {
        return new Confirmed.Party(supplier, new LocationId(location));
    }

    private static Confirmed of(long item, Long supplier, long location, long units) {
        return new Confirmed(100 + item, new ItemId(item), "SKU-" + item, supplier, new LocationId(location), Quantity.units(units),
                new Packing(Quantity.units(12), Quantity.ZERO), BigDecimal.ONE);
    }
}
