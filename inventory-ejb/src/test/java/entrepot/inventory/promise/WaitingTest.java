package entrepot.inventory.promise;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void whoHasPriorityComesFirstThenWhoWantsItSooner() {
        Waiting late = line(5, 9, "R-1", 4);
        Waiting soon = line(5, 3, "R-2", 4);
        Waiting important = line(1, 20, "R-3", 4);
        assertThat(Waiting.shares(Quantity.units(10), List.of(late, soon, important))).containsExactly(
                new Waiting.Share(important, Quantity.units(4)),
                new Waiting.Share(soon, Quantity.units(4)),
                new Waiting.Share(late, Quantity.units(2)));
    }

    @Test
    void whereLessIsThereThanIsReservedNobodyGetsAnything() {
        assertThat(Waiting.shares(Quantity.units(-2), List.of(line(1, 1, "R-1", 4)))).isEmpty();
    }

    private static Waiting line(int priority, int day, String number, int awaited) {
        return new Waiting(UUID.nameUUIDFromBytes(number.getBytes()), 0, priority, LocalDate.of(2026, 3, day), number, Quantity.units(awaited));
    }
}
