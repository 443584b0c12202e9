package entrepot.trading.pricing;

import static entrepot.trading.pricing.Situations.*;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Quantity;
import entrepot.trading.pricing.Situation.Changes;
import entrepot.trading.pricing.Situation.DemandRate;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every rule and situation, attacked by a seeded generator. */
class PricingLawsTest {

    private static final long SEED = 20261125;
    private static final int CASES = 10_000;

    @Test
    void noWishLeavesFloorCeilingAndStep() {
        attack((random, where) -> {
            PriceRule rule = anyRule(random);
            Situation situation = anySituation(random);
            Pricer hostile = any -> new Pricer.Wish(wild(random), "because");
            Advice advice = new GuardRails(rule, CENT).advise(hostile, situation);
            if (!advice.changesPrice()) {
                assertThat(advice.price()).as(where).isEqualTo(situation.price());
                return;
            }
            BigDecimal floor = rule.limits().floor(situation.cost().orElseThrow().perUnit());
            BigDecimal ceiling = rule.limits().ceiling(situation.base());
            assertThat(advice.price()).as(where).isBetween(floor, ceiling);
            assertThat(advice.price()).as(where).isBetween(
                    situation.price().multiply(BigDecimal.ONE.subtract(rule.step().down())),
                    situation.price().multiply(BigDecimal.ONE.add(rule.step().up())));
        });
    }

    @Test
    void noPriceChangesMoreOftenThanThePaceOrFromAStaleCost() {
        attack((random, where) -> {
            PriceRule rule = anyRule(random);
            Situation situation = anySituation(random);
            if (advise(rule, situation).changesPrice()) {
                assertThat(situation.changes().today()).as(where).isLessThan(rule.pace().aDay());
                situation.changes().last().ifPresent(last ->
                        assertThat(last.plus(rule.pace().gap())).as(where).isBeforeOrEqualTo(NOW));
                assertThat(situation.cost().orElseThrow().ageDays(TODAY)).as(where).isLessThanOrEqualTo(rule.costAgeDays());
            }
        });
    }

    @Test
    void whatIsAdvisedStandsTheCheck() {
        attack((random, where) -> {
            PriceRule rule = anyRule(random);
            Situation situation = anySituation(random);
            Advice advice = advise(rule, situation);
            if (advice.changesPrice()) {
                assertThat(PriceCheck.of(advice.price(), rule, situation)).as(where).isEmpty();
            }
        });
    }

    @Test
    void moreStockNeverMeansAHigherPrice() {
        attack((random, where) -> {
            PriceRule rule = anyRule(random);
            Situation less = anySituation(random);
            Situation more = withStock(less, less.available().plus(new Quantity(random.nextLong(3_000_000_000L))));
            assertThat(advise(rule, more).price()).as(where).isLessThanOrEqualTo(advise(rule, less).price());
        });
    }

    @Test
    void moreDemandNeverMeansALowerPrice() {
        attack((random, where) -> {
            PriceRule rule = anyRule(random);
            Situation less = anySituation(random);
            DemandRate demand = less.demand();
            Situation more = with(less, new DemandRate(demand.perDay() + 20 * random.nextDouble(), demand.days()));
            assertThat(advise(rule, more).price()).as(where).isGreaterThanOrEqualTo(advise(rule, less).price());
        });
    }

    @Test
    void stepsEndAtAPriceThatStays() {
        attack((random, where) -> {
            PriceRule rule = anyRule(random);
            Situation situation = with(anySituation(random), Changes.NONE);
            int steps = 0;
            for (Advice next = advise(rule, situation); next.changesPrice(); next = advise(rule, situation)) {
                situation = charging(situation, next.price());
                assertThat(++steps).as(where + ": steps").isLessThan(20_000);
            }
            assertThat(advise(rule, situation).price()).as(where).isEqualTo(situation.price());
        });
    }

    @Test
    void aPriceThatFellWithTheStockGoesUpAgainWhenTheStockIsSold() {
        attack((random, where) -> {
            Situation full = withStock(stock(0), Quantity.units(451 + random.nextInt(3000)));
            BigDecimal low = settle(full);
            assertThat(low).as(where).isLessThan(full.base());
            Situation right = charging(withStock(full, Quantity.units(140 + random.nextInt(310))), low);
            assertThat(settle(right)).as(where).isEqualByComparingTo(full.base());
            Situation scarce = charging(withStock(full, Quantity.units(random.nextInt(130))), low);
            assertThat(settle(scarce)).as(where).isGreaterThan(full.base());
        });
    }

    private static BigDecimal settle(Situation start) {
        Situation situation = start;
        for (Advice next = advise(RULE, situation); next.changesPrice(); next = advise(RULE, situation)) {
            situation = charging(situation, next.price());
        }
        return situation.price();
    }

    private static double wild(Random random) {
        double[] odd = {0, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY, 1e18, 0.005, 9.999999};
        return random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : 100 * random.nextDouble();
    }

    private static void attack(BiConsumer<Random, String> law) {
        for (int i = 0; i < CASES; i++) {
            law.accept(new Random(SEED + i), "seed " + (SEED + i));
        }
    }
}
