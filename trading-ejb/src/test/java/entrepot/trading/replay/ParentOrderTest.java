package entrepot.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ParentOrderTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aPartIsOverAtItsEndAndNotBefore() {
        for (int parts = 1; parts <= 25; parts++) {
            for (int each = 1; each <= 25; each++) {
                ParentOrder order = ParentOrder.of(Map.of("seconds", (double) parts * each / 10, "parts", (double) parts));
                for (int part = 1; part <= parts; part++) {
                    assertThat(order.over(part * each * SECOND / 10)).as(order.words()).isEqualTo(part);
                    assertThat(order.over(part * each * SECOND / 10 - 1)).as(order.words()).isEqualTo(part - 1);
                }
            }
        }
    }

    @Test
    void withoutTimeAllPartsAreOverAtOnceAndNoTimeIsTooLong() {
        assertThat(ParentOrder.of(Map.of("seconds", 0.0, "parts", 7.0)).over(0)).isEqualTo(7);
        assertThat(ParentOrder.of(Map.of("seconds", 10_000_000.0, "parts", 10_000.0)).over(10_000_000 * SECOND - 1)).isEqualTo(9_999);
        assertThat(ParentOrder.of(Map.of("seconds", 10_000_000.0, "parts", 10_000.0)).over(Long.MAX_VALUE)).isEqualTo(10_000);
    }
}
