package entrepot.inventory.goods;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CountBeforeTest {

    @Test
    void whoIsAskedIsToldWhatComesOfEitherAnswer() {
        Refusal asked = new CountBefore(LocalDate.of(2026, 3, 31), Quantity.units(98)).question(2, "TEA", Quantity.units(5));
        assertThat(asked.line()).isEqualTo(2);
        assertThat(asked.detail()).contains("counted there on 2026-03-31", "(wasCounted): 98 stay there", "date the receipt 2026-03-31 or later: 103");
    }
}
