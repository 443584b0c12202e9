package entrepot.inventory.amend;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.amend.LandedCost.By;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LandedCostTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final UUID RECEIPT = new UUID(7, 7);

    /** Ten of 0.3 kg and 2 l, five of 1.4 kg and 1 l. */
    private static final List<AmendedLine> LINES = List.of(line(0, "10", "90.00", "0.3", "2"), line(1, "5", "10.00", "1.4", "1"));

    @Test
    void isSplitByTheWeightOrVolumeOfAllUnitsOfALine() {
        assertThat(parts(By.WEIGHT, LINES)).containsExactly("30.00", "70.00");
        assertThat(parts(By.VOLUME, LINES)).containsExactly("80.00", "20.00");
        assertThat(parts(By.VALUE, LINES)).containsExactly("90.00", "10.00");
        assertThat(parts(By.EQUAL, LINES)).containsExactly("50.00", "50.00");
    }

    @Test
    void theLastLineTakesWhatIsLeftByRounding() {
        List<AmendedLine> three = List.of(line(0, "1", "1.00", "1", "1"), line(1, "1", "1.00", "1", "1"), line(2, "1", "1.00", "1", "1"));
        assertThat(parts(By.WEIGHT, three)).containsExactly("33.33", "33.33", "33.34");
    }

    @Test
    void anItemWithoutWeightIsNamed() {
        List<AmendedLine> lines = List.of(LINES.get(0), line(1, "5", "10.00", null, "1"));
        assertThat(cost(By.WEIGHT, List.of()).refusals(lines)).extracting(Refusal::detail)
                .containsExactly("SKU1 has no weight: enter it on the item, or split otherwise");
        assertThat(cost(By.VOLUME, List.of()).refusals(lines)).isEmpty();
    }

    @Test
    void aLineBearsWhatIsSaidOfIt() {
        LandedCost said = cost(By.FIXED, List.of(new LandedCost.Part(RECEIPT, 1, gbp("12.34"))));
        assertThat(said.refusals(LINES)).isEmpty();
        assertThat(said.stock(LINES)).extracting(line -> ((StockLine.Charge) line).movement()).containsExactly(1L);
        assertThat(cost(By.FIXED, List.of(new LandedCost.Part(RECEIPT, 9, gbp("1.00")))).refusals(LINES)).extracting(Refusal::code)
                .containsExactly("unknown-receipt-line");
    }

    @Test
    void whatIsSaidInAnotherCurrencyComesToWhatAllOfItIsWorth() {
        LandedCost said = LandedCost.said(List.of(RECEIPT), gbp("-8.34"), List.of(
                new LandedCost.Part(RECEIPT, 0, usd("5.00")), new LandedCost.Part(RECEIPT, 1, usd("5.00"))));
        assertThat(said.refusals(LINES)).isEmpty();
        assertThat(said.stock(LINES)).extracting(line -> ((StockLine.Charge) line).amount()).containsExactly(gbp("-4.17"), gbp("-4.17"));
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("USD"));
    }

    private static List<String> parts(By by, List<AmendedLine> lines) {
        return cost(by, List.of()).stock(lines).stream().map(line -> ((StockLine.Charge) line).amount().decimal().toPlainString()).toList();
    }

    private static LandedCost cost(By by, List<LandedCost.Part> fixed) {
        return new LandedCost(null, List.of(RECEIPT), gbp("100.00"), by, fixed, null);
    }

    private static AmendedLine line(int number, String quantity, String worth, String weight, String volume) {
        return new AmendedLine(RECEIPT, PostingKind.RECEIPT, number, number, null, new ItemId(number), "SKU" + number, new LocationId(1),
                Quantity.of(new BigDecimal(quantity)), gbp(worth), gbp(worth), false, null, weight == null ? null : new BigDecimal(weight),
                volume == null ? null : new BigDecimal(volume), null);
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
