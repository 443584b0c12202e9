package entrepot.inventory.sale;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoldLineTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final long SEED = 20261125;

    @Test
    void allOfItComesBackAtExactlyWhatWasPaid() {
        Random random = new Random(SEED);
        for (int sale = 0; sale < 5_000; sale++) {
            Quantity quantity = new Quantity(1 + random.nextInt(40_000_000));
            BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(20_000), 2);
            Money discount = new Money(random.nextInt(50), GBP);
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(26), 2);
            boolean included = random.nextBoolean();
            LineAmounts paid = LineAmounts.of(quantity, price, discount, rate, included);
            SoldLine sold = new SoldLine(quantity, price, paid.gross(), paid.discount(), paid.net(), paid.tax());
            LineAmounts back = LineAmounts.of(quantity, price, sold.discountOf(quantity), rate, sold.isTaxIncluded());
            assertThat(back.total()).as("seed %d, sale %d", SEED, sale).isEqualTo(paid.total());
        }
    }

    @Test
    void aPartTakesItsPartOfTheDiscount() {
        Money discount = new Money(300, GBP);
        LineAmounts paid = LineAmounts.of(Quantity.units(3), new BigDecimal("10.00"), discount, BigDecimal.ZERO, false);
        SoldLine sold = new SoldLine(Quantity.units(3), new BigDecimal("10.00"), paid.gross(), paid.discount(), paid.net(), paid.tax());
        assertThat(sold.discountOf(Quantity.units(1))).isEqualTo(new Money(100, GBP));
    }
}
