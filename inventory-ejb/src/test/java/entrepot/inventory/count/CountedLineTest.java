package entrepot.inventory.count;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedLineTest {

    private static final Currency GBP = Currency.getInstance("GBP");

    /** Ours and theirs lie on one shelf, and nobody can tell them apart. */
    @ParameterizedTest
    @CsvSource({
        "10, 0, 8, 0, -2",   // all ours
        "10, 5, 12, 0, -3",  // ours first
        "10, 5, 3, -2, -12", // two of theirs become ours, and twelve are missing in the book
        "0, 5, 3, -2, -2",
        "0, 5, 5, 0, 0",
        "0, 5, 7, 2, 0",     // found where nothing is ours
        "10, 5, 17, 0, 2",   // found beside ours
    })
    void whatIsMissingIsOursFirstAndWhatIsFoundTheirsWhereNothingIsOurs(int ours, int theirs, int counted, int theirDifference, int book) {
        CountedLine line = line(ours, theirs, counted);
        assertThat(line.theirDifference()).isEqualTo(Quantity.units(theirDifference));
        assertThat(line.bookDifference()).isEqualTo(Quantity.units(book));
    }

    @Test
    void theirGoodsAreNotOurValue() {
        assertThat(line(10, 5, 15).bookWorth()).isEqualTo(new Money(2000, GBP));
    }

    private static CountedLine line(int ours, int theirs, int counted) {
        return new CountedLine(0, new ItemId(1), "TEA", null, Quantity.units(ours + theirs), Quantity.units(counted), LocalDate.EPOCH, "ann",
                UnitWorth.of(Quantity.units(10), new Money(2000, GBP), BigDecimal.ONE), Quantity.units(theirs));
    }
}
