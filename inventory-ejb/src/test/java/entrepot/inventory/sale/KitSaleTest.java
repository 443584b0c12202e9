package entrepot.inventory.sale;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KitSaleTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Map<String, BigDecimal> PRICES = Map.of("CUP", new BigDecimal("4.00"), "TEA", new BigDecimal("7.00"));

    @Test
    void thePriceIsSpreadByWhatThePartsAreSoldForAlone() {
        KitSale sold = sale(line("BREAKFAST", 2, "9.99", "1.00"));
        assertThat(sold.sale().lines()).extracting(line -> line.sku() + " " + line.quantity()).containsExactly("CUP 4", "TEA 2");
        assertThat(sold.sale().lines()).extracting(line -> Money.worth(line.quantity(), line.unitPrice(), GBP).minor()).containsExactly(1066L, 932L);
        assertThat(sold.sale().lines()).extracting(line -> line.discount().minor()).containsExactly(53L, 47L);
    }

    @Test
    void theLinesOfTheDocumentKeepTheirNumbers() {
        KitSale sold = sale(line("BREAKFAST", 1, "10.00", "0.00"), line("JAM", 1, "3.00", "0.00"));
        assertThat(sold.sale().lines()).extracting(Sale.Line::sku).containsExactly("CUP", "JAM", "TEA");
        assertThat(sold.kits().get(0).lines()).containsExactly(0, 2);
        assertThat(sold.ofDocument(List.of(new Refusal(2, "out-of-stock", "no tea"), new Refusal(1, "out-of-stock", "no jam"))))
                .extracting(Refusal::line).containsExactly(0, 1);
    }

    @Test
    void noPennyIsLostHoweverThePartsCompare() {
        for (long minor = 0; minor < 500; minor++) {
            KitSale sold = sale(line("BREAKFAST", 3, BigDecimal.valueOf(minor, 2).toPlainString(), "0.00"));
            Money sum = sold.sale().lines().stream().map(line -> Money.worth(line.quantity(), line.unitPrice(), GBP)).reduce(Money::plus).orElseThrow();
            assertThat(sum).isEqualTo(new Money(3 * minor, GBP));
        }
    }

    private static KitSale sale(Sale.Line... lines) {
        var sale = new Sale(new UUID(0, 1), Sale.Kind.SALE, "POS", null, "SHOP", LocalDate.EPOCH, Instant.EPOCH, null, null, null, false, null,
                List.of(lines), List.of());
        Bill kit = new Bill(1, new ItemId(9), "BREAKFAST", 1, BillKind.KIT, Quantity.units(1), BigDecimal.ZERO, BigDecimal.ZERO, null,
                List.of(part(1, "CUP", 2), part(2, "TEA", 1)));
        return KitSale.of(sale, Map.of("BREAKFAST", kit), line -> kit.parts().stream()
                .map(part -> new KitSale.Part(part.sku(), kit.need(part, line.quantity()), 0, null)).toList(), PRICES);
    }

    private static Bill.Part part(long item, String sku, long units) {
        return new Bill.Part(new ItemId(item), sku, Quantity.units(units), BigDecimal.ZERO);
    }

    private static Sale.Line line(String sku, long units, String price, String discount) {
        return new Sale.Line(sku, Quantity.units(units), new BigDecimal(price), Money.of(new BigDecimal(discount), GBP), null, null, 0);
    }
}
