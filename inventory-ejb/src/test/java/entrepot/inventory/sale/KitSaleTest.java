package entrepot.inventory.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.ledger.NamedLot;
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

    @Test
    void thePiecesOfAPartGoWithItsLine() {
        KitSale sold = sale(kit(new Sale.Part("TEA", List.of(piece("T1")))));
        assertThat(sold.refusals()).isEmpty();
        assertThat(sold.sale().lines()).extracting(line -> line.sku() + line.lots().size()).containsExactly("CUP0", "TEA1");
        assertThat(sold.unnamed("CUP"::equals)).extracting(Refusal::line, Refusal::code, Refusal::where).containsExactly(tuple(0, "lot-missing", "parts"));
        assertThat(sold.unnamed("TEA"::equals)).isEmpty();
    }

    @Test
    void whatIsWrongWithNamesIsToldAtOnceAtThePartItIsOf() {
        KitSale sold = sale(kit(new Sale.Part("JAM", List.of()), new Sale.Part("TEA", List.of()), new Sale.Part("TEA", List.of())),
                new Sale.Line("JAM", Quantity.units(1), BigDecimal.ONE, Money.zero(GBP), null, null, 0, null, List.of(), List.of(new Sale.Part("CUP", List.of())), null),
                new Sale.Line("BREAKFAST", Quantity.units(1), BigDecimal.ONE, Money.zero(GBP), null, null, 0, null, List.of(piece("B"))));
        assertThat(sold.refusals()).extracting(Refusal::line, Refusal::code, Refusal::where).containsExactly(tuple(0, "not-a-part", "parts/0/sku"),
                tuple(0, "part-twice", "parts/2/sku"), tuple(1, "no-kit", "parts"), tuple(2, "kit-lots", "parts"));
        assertThat(sold.ofDocument(List.of(new Refusal(3, "unknown-lot", "", "lots/0/lot"), new Refusal(0, "lot-missing", ""))))
                .extracting(Refusal::line, Refusal::where).containsExactly(tuple(0, "parts/1/lots/0/lot"), tuple(0, "parts"));
    }

    private static Sale.Line kit(Sale.Part... parts) {
        return new Sale.Line("BREAKFAST", Quantity.units(1), BigDecimal.TEN, Money.zero(GBP), null, null, 0, null, List.of(), List.of(parts), null);
    }

    private static NamedLot piece(String code) {
        return new NamedLot(code, null, Quantity.units(1));
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
