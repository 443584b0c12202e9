package entrepot.inventory.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollUpTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId WHEEL = new ItemId(1);
    private static final ItemId FRAME = new ItemId(2);
    private static final ItemId CART = new ItemId(3);

    @Test
    void aPartIsTakenLayerByLayerAndTheRestAtWhatItsSupplierAsks() {
        CostPool wheels = shelf(layer(1, 3, "3.00"), layer(2, 2, "4.00"));
        RollUp.Node cart = rollUp(Map.of(WHEEL, known("WHEEL", wheels, null, "2.50"),
                CART, known("CART", null, bill(CART, "CART", "1.50", part(WHEEL, "WHEEL", 6, "0")), null))).make(CART, Quantity.units(1));
        assertThat(cart.parts().get(0).layers()).extracting(layer -> layer.value().toString()).containsExactly("GBP 3.00", "GBP 4.00");
        assertThat(cart.parts().get(0).bought()).isEqualTo(Quantity.units(1));
        assertThat(cart.cost()).isEqualTo(money("11.00"));
        assertThat(cart.isThere()).isFalse();
    }

    @Test
    void aPartThatIsNotThereIsMadeOfItsOwn() {
        RollUp.Node cart = rollUp(Map.of(
                WHEEL, known("WHEEL", shelf(layer(1, 10, "10.00")), null, null),
                FRAME, known("FRAME", shelf(layer(1, 1, "7.00")), bill(FRAME, "FRAME", "0", part(WHEEL, "WHEEL", 2, "0")), null),
                CART, known("CART", null, bill(CART, "CART", "0", part(FRAME, "FRAME", 2, "0"), part(WHEEL, "WHEEL", 4, "0")), null)))
                .make(CART, Quantity.units(1));
        assertThat(cart.cost()).isEqualTo(money("13.00"));
        assertThat(cart.parts().get(0).made()).isEqualTo(Quantity.units(1));
        assertThat(cart.isThere()).isTrue();
    }

    @Test
    void scrapTakesMoreThanIsInIt() {
        Bill bill = bill(CART, "CART", "0", part(WHEEL, "WHEEL", 3, "0.1"));
        assertThat(bill.need(bill.parts().get(0), Quantity.units(10))).isEqualTo(Quantity.units(33));
        assertThat(bill.holds(bill.parts().get(0), Quantity.units(10))).isEqualTo(Quantity.units(30));
    }

    @Test
    void aBillTellsAllThatIsWrongWithIt() {
        Bill kit = new Bill(1, CART, "CART", 1, BillKind.KIT, Quantity.units(1), BigDecimal.ONE, BigDecimal.ZERO, null,
                List.of(part(CART, "CART", 1, "0"), part(WHEEL, "WHEEL", 1, "0.1"), part(WHEEL, "WHEEL", 1, "0")));
        assertThat(kit.broken()).extracting(Refusal::code)
                .containsExactly("kit-has-no-labour", "part-of-itself", "kit-has-no-scrap", "part-twice");
    }

    private static RollUp rollUp(Map<ItemId, RollUp.Known> known) {
        return new RollUp(GBP, known::get);
    }

    private static RollUp.Known known(String sku, CostPool shelf, Bill bill, String asks) {
        return new RollUp.Known(sku, shelf, bill, asks == null ? null : new BigDecimal(asks));
    }

    private static Bill bill(ItemId item, String sku, String labour, Bill.Part... parts) {
        return new Bill(1, item, sku, 1, BillKind.ASSEMBLY, Quantity.units(1), new BigDecimal(labour), BigDecimal.ZERO, null, List.of(parts));
    }

    private static Bill.Part part(ItemId item, String sku, long units, String scrap) {
        return new Bill.Part(item, sku, Quantity.units(units), new BigDecimal(scrap));
    }

    private static CostPool shelf(CostLayer... layers) {
        CostPool pool = new CostPool(CostFlow.FIFO, GBP, BigDecimal.ZERO);
        List.of(layers).forEach(pool::receive);
        return pool;
    }

    private static CostLayer layer(int day, long units, String value) {
        return new CostLayer(new CostLayer.Origin(LocalDate.of(2026, 1, day), day, 0, day), Quantity.units(units), money(value));
    }

    private static Money money(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
