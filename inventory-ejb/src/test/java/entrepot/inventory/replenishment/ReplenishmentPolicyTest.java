package entrepot.inventory.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.kernel.Quantity;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplenishmentPolicyTest {

    private static final Packing SINGLES = new Packing(Quantity.units(1), Quantity.ZERO);
    private static final ReplenishmentSettings DAILY_REVIEW = new ReplenishmentSettings(182, 14, 1, 0.95, 5, 0.25, 7, 90, 0.25, 5);

    private final ReplenishmentPolicy policy = new ReplenishmentPolicy(DAILY_REVIEW);

    /** Vector svc-a has lead time 4 and review 0: lead time 3 and a review of 1 day protect the same 4 days. */
    @Test
    void reorderPointProtectsLeadTimeAndReviewPeriod() {
        var suggestion = policy.suggest(demand(100, 900), lead(3, 1.2), position(0, 0), 0.95, SINGLES, OptionalDouble.empty());
        assertThat(suggestion.reason().deviation()).isCloseTo(134.16407864998737, within(1e-9));
        assertThat(suggestion.reason().reorderPoint()).isEqualTo(Quantity.units(621)); // 620.68 rounded up
        assertThat(suggestion.reason().law()).isEqualTo("normal");
    }

    @Test
    void nothingIsOrderedAboveTheReorderPoint() {
        var above = policy.suggest(demand(100, 900), lead(3, 1.2), position(500, 122), 0.95, SINGLES, OptionalDouble.empty());
        assertThat(above.isNeeded()).isFalse();
        var at = policy.suggest(demand(100, 900), lead(3, 1.2), position(500, 121), 0.95, SINGLES, OptionalDouble.empty());
        assertThat(at.order()).isEqualTo(at.reason().lot());
    }

    @Test
    void whatIsOnOrderCountsSoThatNothingIsOrderedTwice() {
        var first = policy.suggest(demand(10, 20), lead(7, 1), position(0, 0), 0.95, SINGLES, OptionalDouble.of(3));
        long onOrder = first.order().millionths() / 1_000_000;
        var second = policy.suggest(demand(10, 20), lead(7, 1), position(0, onOrder), 0.95, SINGLES, OptionalDouble.of(3));
        assertThat(first.isNeeded()).isTrue();
        assertThat(second.isNeeded()).isFalse();
    }

    @Test
    void theLotIsTheEconomicOrderQuantityWithinTheDaysOfCover() {
        assertThat(lotDays(2, 10)).isCloseTo(Math.sqrt(2 * 5 * 730 / 2.5) / 2, within(1e-9));
        assertThat(lotDays(2, 0.01)).isEqualTo(90);
        assertThat(lotDays(2, 100_000)).isEqualTo(7);
    }

    @Test
    void aSlowMoverIsCountedInWholeUnitsAndNotByTheNormalLaw() {
        var reason = policy.suggest(demand(0.05, 0.05), lead(7, 0), position(0, 0), 0.95, SINGLES, OptionalDouble.empty()).reason();
        assertThat(reason.law()).isEqualTo("Poisson");
        assertThat(reason.reorderPoint()).isEqualTo(Quantity.units(2)); // P(D <= 1) = 0.938, P(D <= 2) = 0.992 at mean 0.4
    }

    @Test
    void anItemNobodyWantsIsNotOrderedEvenWhenTheShelfIsEmpty() {
        var suggestion = policy.suggest(demand(0, 0), lead(7, 1), position(0, 0), 0.95, SINGLES, OptionalDouble.of(1));
        assertThat(suggestion.isNeeded()).isFalse();
        assertThat(suggestion.reason().words()).containsExactly("Nothing sold in the 182 days looked at, so nothing is ordered.");
    }

    @Test
    void theReasonNamesEveryNumber() {
        var packing = new Packing(Quantity.units(12), Quantity.units(48));
        var reason = policy.suggest(demand(2, 4), lead(6, 1.5), position(5, 3), 0.95, packing, OptionalDouble.of(10)).reason();
        assertThat(reason.words()).containsExactly(
                "Sells 2 a day (deviation 2) over 182 days.",
                "An order takes 6 days (deviation 1.5, as the supplier states) and the next look is in 1 day: 14 are expected to sell until then.",
                "For no stock-out in 95 % of cycles the reorder point is 25, of which 11 are safety stock (normal demand, deviation 6.08).",
                "On hand 5 and on order 3 make a position of 8, at or below the reorder point.",
                "A lot of 55 lasts 27 days (economic order quantity), so order up to 80: 72.");
        var reels = new Packing(Quantity.units(50), Quantity.units(48));
        assertThat(policy.suggest(demand(2, 4), lead(6, 1.5), position(5, 3), 0.95, reels, OptionalDouble.of(10)).reason().words().get(4))
                .endsWith("so order up to 80: 72, with the minimum of 48 and packs of 50 that is 100.");
    }

    @Test
    void settingsOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() -> new ReplenishmentSettings(182, 14, 1, 1.5, 5, 0.25, 7, 90, 0.25, 5))
                .hasMessage("serviceLevel is 1.5, must be from 0.500001 to 0.999999");
    }

    /** Law: a higher service never lowers the reorder point, and no order breaks pack or minimum. */
    @Test
    void lawsHoldForRandomItems() {
        long seed = 20260603;
        var random = new Random(seed);
        for (int item = 0; item < 5_000; item++) {
            double mean = Math.exp(random.nextGaussian() * 2);
            var demand = demand(mean, mean * Math.exp(random.nextGaussian()));
            var lead = lead(random.nextInt(60), random.nextDouble() * 20);
            var packing = new Packing(Quantity.units(1 + random.nextInt(24)), Quantity.units(random.nextInt(100)));
            var position = position(random.nextInt(50), random.nextInt(50));
            var low = policy.suggest(demand, lead, position, 0.8, packing, OptionalDouble.of(random.nextDouble() * 50));
            var high = policy.suggest(demand, lead, position, 0.99, packing, OptionalDouble.of(random.nextDouble() * 50));
            assertThat(high.reason().reorderPoint()).as("seed %s item %s", seed, item).isGreaterThanOrEqualTo(low.reason().reorderPoint());
            assertThat(high.order().millionths() % packing.pack().millionths()).as("seed %s item %s", seed, item).isZero();
            if (high.isNeeded()) {
                assertThat(high.order()).isGreaterThanOrEqualTo(packing.minimum()).isGreaterThanOrEqualTo(high.reason().wanted());
            }
        }
    }

    @Test
    void aLateSupplierIsLearntOnceThereAreEnoughReceipts() {
        var four = LeadTime.of(7, 0.25, List.of(20, 22, 18, 20), 5);
        var five = LeadTime.of(7, 0.25, List.of(20, 22, 18, 20, 20), 5);
        assertThat(four.days()).isEqualTo(new Moments(7, 1.75 * 1.75));
        assertThat(five.days()).isEqualTo(new Moments(20, 2));
        assertThat(five.learnt()).isTrue();
    }

    private double lotDays(double perDay, double unitCost) {
        return policy.suggest(demand(perDay, 1), lead(7, 1), position(0, 0), 0.95, SINGLES, OptionalDouble.of(unitCost)).reason().lotDays();
    }

    private static Demand demand(double mean, double variance) {
        return new Demand(new Moments(mean, variance), 182, false, true);
    }

    private static LeadTime lead(double mean, double deviation) {
        return new LeadTime(new Moments(mean, deviation * deviation), false, 0);
    }

    private static Position position(long onHand, long onOrder) {
        return new Position(Quantity.units(onHand), Quantity.units(onOrder));
    }
}
