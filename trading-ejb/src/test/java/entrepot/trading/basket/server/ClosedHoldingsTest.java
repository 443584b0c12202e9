package entrepot.trading.basket.server;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.basket.BasketResult;
import entrepot.trading.basket.Holding;
import entrepot.trading.basket.Universes;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is told from the rows is what the account itself saw. */
class ClosedHoldingsTest {

    @Test
    void profitsToldFromOrdersAndBookingsAreThoseOfTheHoldings() {
        int closed = 0;
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BasketResult found = Universes.run(Universes.random(seed, 250), Universes.rule(random), Universes.plan(random));
            long[] told = ClosedHoldings.profits(BasketOrderRow.of(found), BookingRow.of(found));
            assertThat(told).as("seed " + seed).containsExactlyInAnyOrder(
                    found.holdings().stream().filter(one -> !one.open()).mapToLong(Holding::profit).toArray());
            closed += told.length;
        }
        assertThat(closed).as("closed positions in all").isGreaterThan(300);
    }
}
