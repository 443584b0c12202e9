package entrepot.inventory.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderStateTest {

    private static final Tolerance TENTH = new Tolerance(new BigDecimal("0.10"));

    @Test
    void aPartLeavesTheRestOnOrder() {
        var after = open(line(0, 10, 0), line(1, 5, 0)).receive(List.of(new Arrival(0, Quantity.units(4))));
        assertThat(after.status()).isEqualTo(OrderStatus.PARTIAL);
        assertThat(after.lines()).extracting(OrderLine::outstanding).containsExactly(Quantity.units(6), Quantity.units(5));
    }

    @Test
    void theLastPartEndsTheOrder() {
        var after = open(line(0, 10, 4)).receive(List.of(new Arrival(0, Quantity.units(6))));
        assertThat(after).isInstanceOf(OrderState.Received.class);
    }

    @Test
    void aLittleTooMuchIsTakenAndNothingIsOutstanding() {
        var open = open(line(0, 10, 0));
        var eleven = List.of(new Arrival(0, Quantity.units(11)));
        assertThat(open.refusals(eleven, TENTH)).isEmpty();
        assertThat(open.receive(eleven).lines().get(0).outstanding()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void muchTooMuchIsRefusedWithTheMostThatMayCome() {
        var refusals = open(line(0, 10, 8)).refusals(List.of(new Arrival(0, Quantity.units(4))), TENTH);
        assertThat(refusals).singleElement().satisfies(refusal -> assertThat(refusal.detail())
                .isEqualTo("with this 12 have come of 10 ordered, at most 11 may"));
    }

    @Test
    void twoArrivalsOfOneLineCountTogether() {
        var six = new Arrival(0, Quantity.units(6));
        var refusals = open(line(0, 10, 0)).refusals(List.of(six, six), TENTH);
        assertThat(refusals).singleElement().satisfies(refusal -> assertThat(refusal.line()).isEqualTo(1));
    }

    @Test
    void cancellingTheRestKeepsWhatCame() {
        assertThat(open(line(0, 10, 4)).cancelRest().status()).isEqualTo(OrderStatus.RECEIVED);
        assertThat(open(line(0, 10, 0)).cancelRest().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void anOrderOfNothingIsNone() {
        assertThatThrownBy(() -> line(0, 0, 0)).hasMessage("line 0 orders 0, must be more than 0");
    }

    /** Law: whatever comes in whatever parts, received is the sum of what came, and the order ends when every line is full. */
    @Test
    void nothingThatComesIsLost() {
        long seed = 20260603;
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            OrderState state = open(random.ints(1 + random.nextInt(5), 1, 50).mapToObj(ordered -> line(0, ordered, 0)).toArray(OrderLine[]::new));
            long came = 0;
            for (int delivery = 0; delivery < 40 && state instanceof OrderState.Open open; delivery++) {
                var arrival = new Arrival(random.nextInt(open.lines().size()), Quantity.units(1 + random.nextInt(20)));
                if (open.refusals(List.of(arrival), TENTH).isEmpty()) {
                    came += arrival.quantity().millionths();
                    state = open.receive(List.of(arrival));
                }
            }
            assertThat(state.lines().stream().mapToLong(one -> one.received().millionths()).sum()).as("seed %s round %s", seed, round).isEqualTo(came);
            assertThat(state.status() == OrderStatus.RECEIVED).as("seed %s round %s", seed, round)
                    .isEqualTo(state.lines().stream().allMatch(one -> one.outstanding().isZero()));
        }
    }

    private static OrderState.Open open(OrderLine... lines) {
        var numbered = new ArrayList<OrderLine>();
        for (OrderLine line : lines) {
            numbered.add(new OrderLine(numbered.size(), line.item(), line.ordered(), line.received(), null, null));
        }
        return new OrderState.Open(numbered);
    }

    private static OrderLine line(int number, long ordered, long received) {
        return new OrderLine(number, new ItemId(number + 1), Quantity.units(ordered), Quantity.units(received), null, null);
    }
}
