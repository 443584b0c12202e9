package entrepot.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfWorthTest {

    @Test
    void noPennyOfTheShelfIsLostOrMade() {
        assertThat(worth(1000, 1, 1, 1)).containsExactly(333L, 334L, 333L);
        assertThat(worth(-1000, 1, 1, 1).stream().mapToLong(Long::longValue).sum()).isEqualTo(-1000);
    }

    @Test
    void eachHasItsPartByQuantity() {
        assertThat(worth(1000, 7, 3)).containsExactly(700L, 300L);
        assertThat(worth(50, 7, -2)).as("as known while one was not known to have come").containsExactly(70L, -20L);
    }

    /** A lot that was sold before it came, and as many of another. */
    @Test
    void whereLotsCancelOutTheLastHasWhatThereIs() {
        assertThat(worth(50, -5, 5)).containsExactly(0L, 50L);
        assertThat(worth(0)).isEmpty();
    }

    private static List<Long> worth(long shelf, int... lots) {
        return ShelfWorth.of(new Money(shelf, Currency.getInstance("GBP")), Arrays.stream(lots).mapToObj(Quantity::units).toList())
                .stream().map(Money::minor).toList();
    }
}
