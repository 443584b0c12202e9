package entrepot.inventory.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandHistoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @Test
    void daysWithoutASaleCountAsZeroSinceTheFirstSale() {
        var demand = history(day(19, 6), day(0, 4)).perDay(TODAY, 182, 14);
        assertThat(demand.days()).isEqualTo(20);
        assertThat(demand.perDay().mean()).isCloseTo(0.5, within(1e-12));
        // two days of 6 and 4, eighteen of 0: (36 + 16 - 20 x 0.25) / 19
        assertThat(demand.perDay().variance()).isCloseTo(47.0 / 19, within(1e-12));
    }

    @Test
    void daysBeforeTheWindowDoNotCount() {
        var demand = history(day(300, 1000), day(3, 14)).perDay(TODAY, 7, 7);
        assertThat(demand.perDay().mean()).isCloseTo(2, within(1e-12));
        assertThat(demand.days()).isEqualTo(7);
    }

    @Test
    void theFirstSaleOfANewItemIsNotItsDailyRate() {
        var demand = history(day(0, 7)).perDay(TODAY, 182, 14);
        assertThat(demand.perDay().mean()).isCloseTo(0.5, within(1e-12));
        assertThat(demand.thin()).isTrue();
        assertThat(demand.days()).isEqualTo(1);
    }

    @Test
    void aShortHistoryHasAtLeastThePoissonVariance() {
        var demand = history(day(1, 1), day(0, 1)).perDay(TODAY, 182, 2);
        assertThat(demand.perDay()).isEqualTo(new Moments(1, 0));
        var thin = history(day(1, 1), day(0, 1)).perDay(TODAY, 182, 3);
        assertThat(thin.perDay().variance()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void whatWasBroughtBackTheSameDayWasNeverAskedFor() {
        var demand = history(day(19, 1), day(5, 8), day(5, -8)).perDay(TODAY, 20, 14);
        assertThat(demand.perDay().mean()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void anItemWithoutSalesHasNoDemand() {
        assertThat(history().perDay(TODAY, 182, 14).perDay()).isEqualTo(new Moments(0, 0));
    }

    @Test
    void goodsByWeightAreNotCountedInUnits() {
        var kilos = new DemandHistory(List.of(new DemandDay(TODAY, new Quantity(1_250_000))));
        assertThat(kilos.perDay(TODAY, 182, 14).counted()).isFalse();
        assertThat(history(day(0, 3)).perDay(TODAY, 182, 14).counted()).isTrue();
    }

    private static DemandHistory history(DemandDay... days) {
        return new DemandHistory(List.of(days));
    }

    private static DemandDay day(int ago, long units) {
        return new DemandDay(TODAY.minusDays(ago), Quantity.units(units));
    }
}
