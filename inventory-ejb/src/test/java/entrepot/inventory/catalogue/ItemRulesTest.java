package entrepot.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.valuation.Framework;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemRulesTest {

    private final Flaws flaws = new Flaws();
    private final ItemRules rules = new ItemRules(new KnownCodes(
            Map.of("EA", new UnitOfMeasure("EA", Dimension.COUNT, Ratio.ONE),
                    "DOZ", new UnitOfMeasure("DOZ", Dimension.COUNT, Ratio.parse("12")),
                    "KG", new UnitOfMeasure("KG", Dimension.MASS, Ratio.ONE)),
            Map.of("COFFEE", 7L), Map.of("ACME", 8L, "OLD", 9L), Map.of("VAT20", "VAT20"),
            Set.of("supplier OLD"), Currency.getInstance("GBP"), Framework.IFRS));

    private static ItemEntry coffee(List<ItemEntry.Barcode> barcodes, List<ItemEntry.Factor> units) {
        return new ItemEntry("COFFEE-1", "Espresso beans", "EA", "COFFEE", "FIFO", "VAT20", "ACME", "4.25", "GBP", "12", "24",
                "0.95", null, barcodes, units, null, null, null, null);
    }

    private List<String> flawsOf(ItemEntry entry) {
        rules.read(entry, null, flaws);
        return flaws.found().stream().map(flaw -> flaw.field() + " " + flaw.code()).toList();
    }

    @Test
    void lastInFirstOutIsNoMethodOfIfrs() {
        ItemEntry lifo = new ItemEntry("COFFEE-1", "Espresso beans", "EA", "COFFEE", "LIFO", "VAT20", "ACME", "4.25", "GBP", "12", "24",
                "0.95", null, List.of(), List.of(), null, null, null, null);
        assertThat(flawsOf(lifo)).containsExactly("costing not-allowed");
        Flaws kept = new Flaws();
        rules.read(lifo, lifo, kept);
        assertThat(kept.found()).as("an item keeps what it has").isEmpty();
    }

    @Test
    void anItemThatKeepsAllRulesIsRead() {
        ItemCard card = rules.read(coffee(List.of(new ItemEntry.Barcode("9506000134352", "BOX")),
                List.of(new ItemEntry.Factor("BOX", "12"), new ItemEntry.Factor("KG", "4"))), null, flaws);
        assertThat(flaws.found()).isEmpty();
        assertThat(card.sku()).hasToString("COFFEE-1");
        assertThat(card.pack()).hasToString("12");
        assertThat(card.units()).containsEntry("BOX", new Ratio(12, 1));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var wrong = new ItemEntry("a b", " ", "YD", "TEA", "GUESSED", "VAT7", "NOBODY", "-1", "EUR", "0", "1.0000001", "1", null,
                List.of(new ItemEntry.Barcode("9506000134353", null)), List.of(new ItemEntry.Factor("BOX", "0")), "BATCH", true, null, null);
        assertThat(flawsOf(wrong)).containsExactlyInAnyOrder("sku characters", "name missing", "unit unknown",
                "category unknown", "costing unknown-value", "taxCode unknown", "supplier unknown", "purchaseCost range",
                "currency wrong-currency", "pack range", "minimumOrder decimals", "serviceLevel range", "barcodes/0/gtin gtin",
                "units/0/factor not-a-factor", "tracking unknown-value");
    }

    @Test
    void aDozenIsTwelveForEveryItem() {
        assertThat(flawsOf(coffee(List.of(), List.of(new ItemEntry.Factor("DOZ", "13"))))).containsExactly("units/0/factor contradicts-unit");
    }

    @Test
    void oneBarcodeInTwoLengthsIsThereTwice() {
        assertThat(flawsOf(coffee(List.of(new ItemEntry.Barcode("614141000036", null), new ItemEntry.Barcode("00614141000036", null)),
                List.of()))).containsExactly("barcodes/1/gtin doubled");
    }

    @Test
    void aBarcodeStandsForAUnitTheItemHas() {
        assertThat(flawsOf(coffee(List.of(new ItemEntry.Barcode("9506000134352", "BOX")), List.of())))
                .containsExactly("barcodes/0/unit unknown");
    }

    @Test
    void whatIsOutOfUseMayStayButNotCome() {
        var old = new ItemEntry("A", "a", "EA", null, "FIFO", null, "OLD", null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(flawsOf(old)).containsExactly("supplier retired");
        var kept = new Flaws();
        rules.read(old, old, kept);
        assertThat(kept.found()).isEmpty();
    }

    @Test
    void costByLotAndALastDayNeedLots() {
        var bare = new ItemEntry("A", "a", "EA", null, "SPECIFIC", null, null, null, null, null, null, null, null, null, null, null, true, null, null);
        assertThat(flawsOf(bare)).containsExactly("tracking needs-lots", "perishable needs-lots");
    }

    @Test
    void whatIsNotSaidOfLotsStaysAsItIs() {
        var held = new ItemEntry("A", "a", "EA", null, "FIFO", null, null, null, null, null, null, null, null, null, null, "LOT", true, null, null);
        var silent = new ItemEntry("A", "a", "EA", null, "FIFO", null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        ItemCard card = rules.read(silent, held, flaws);
        assertThat(card.tracking()).isEqualTo(Tracking.LOT);
        assertThat(card.perishable()).isTrue();
    }
}
