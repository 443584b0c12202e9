package entrepot.inventory.purchasing.server;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewReceiptTest {

    /** What is damaged of the first line is a line of the posting, so that the second line of the delivery is its third. */
    @Test
    void whatTheLedgerSaysOfItsLinesIsSaidOfThoseOfTheDelivery() {
        var noted = new NewReceipt.Noted(Quantity.units(5), Quantity.units(2), true, List.of(), "wet", null);
        NewReceipt receipt = receipt(new NewReceipt.Line(4, Quantity.units(3), null, List.of(), noted, null),
                new NewReceipt.Line(7, Quantity.units(1), null, List.of()));
        assertThat(receipt.ofLines(List.of(new Refusal(-1, "a", ""), new Refusal(0, "b", "", "lots/0/lot"), new Refusal(1, "c", "", "lots/0/lot"),
                new Refusal(2, "d", ""))))
                .containsExactly(new Refusal(-1, "a", ""), new Refusal(0, "b", "", "lots/0/lot"), new Refusal(0, "c", "", "damagedLots/0/lot"),
                        new Refusal(1, "d", ""));
    }

    private static NewReceipt receipt(NewReceipt.Line... lines) {
        return new NewReceipt(new UUID(0, 1), new UUID(0, 2), LocalDate.EPOCH, Instant.EPOCH, null, null, null, null, null, false, List.of(lines));
    }
}
