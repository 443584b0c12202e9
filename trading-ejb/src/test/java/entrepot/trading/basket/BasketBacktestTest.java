package entrepot.trading.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.allocation.Construction;
import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.FeeBasis;
import entrepot.trading.backtest.Terms;
import entrepot.trading.market.Bars;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.strategy.BuiltIn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The account of a portfolio: by hand, beside a slow second one, and by its laws. */
class BasketBacktestTest {

    @Test
    void anAccountByHand() {
        // Two instruments, half and half, decided at the close of day 2, 1,000.00 USD, 1 % a side: worth 500 in each.
        // ONE closes at 10: 50 units, opens at 10: 500.00 and a fee of 5.00. TWO closes at 100: 5 units, opens at 98: 490.00 and a fee of 4.90.
        // Cash 0.10. Day 4: TWO pays 2 % of 98 on 5 units, 9.80. Day 5: ONE is split 3 for 2: 75 units, at 7 each 525.00.
        Bars one = prices(new double[] {9, 9.5, 10, 10, 10.5, 7});
        Bars two = prices(new double[] {102, 101, 100, 98, 97, 97});
        Universe universe = Universe.of(List.of(
                new Member("TWO", two, List.of(new CorporateAction(LocalDate.ofEpochDay(3), 0.98, 1, 98))),
                new Member("ONE", one, List.of(new CorporateAction(LocalDate.ofEpochDay(4), 1, 2.0 / 3, 10.5)))));
        Plan plan = new Plan(Construction.EQUAL, 2, 100, 0, 1, 1, 0, 0);
        Terms terms = Terms.allIn(1000, Costs.rate(0.01));
        BasketResult found = Universes.run(universe, new HoldAll(0), plan, terms, 0);
        assertThat(found.orders()).containsExactly(
                new Order(1, 0, 2, 50 * Exact.UNIT, Order.State.FILLED, 50 * Exact.UNIT, 3, 10 * Exact.PRICE, 500_00, 5_00),
                new Order(2, 1, 2, 5 * Exact.UNIT, Order.State.FILLED, 5 * Exact.UNIT, 3, 98 * Exact.PRICE, 490_00, 4_90));
        assertThat(found.bookings()).containsExactly(
                new Booking(4, 1, Booking.Kind.DIVIDEND, 5 * Exact.UNIT, 5 * Exact.UNIT, 9_80),
                new Booking(5, 0, Booking.Kind.SPLIT, 50 * Exact.UNIT, 75 * Exact.UNIT, 0));
        assertThat(found.equity()).containsExactly(1000, 1000, 1000, 990.10, 0.10 + 525 + 9.80 + 485, 0.10 + 525 + 9.80 + 485);
        assertThat(found.cash()).isEqualTo(9_90);
        assertThat(found.parts()).containsExactly(new Part(0, 500_00, 0, 5_00, 0, 0, 0, 525_00), new Part(1, 490_00, 0, 4_90, 0, 9_80, 0, 485_00));
        assertThat(found.holdings()).containsExactly(new Holding(0, 1, 3, 5, 20_00, true), new Holding(1, 1, 3, 5, -10, true));
    }

    private static Bars prices(double[] prices) {
        long[] times = new long[prices.length];
        for (int day = 0; day < times.length; day++) {
            times[day] = day * Universes.DAY;
        }
        return Bars.ofPrices(times, prices);
    }

    @Test
    void aShortThatIsBorrowedAndClosedForWantOfMarginByHand() {
        // 500.00 in 50 of ONE at 10, and 5 of TWO short at 100. At 36.5 % a year the short costs 0.50 a day.
        // At a close of 230 it is worth 1,150, the account 999.00 + 500 - 1,150 = 349.00, less than a quarter of 1,650. Day 6: 1.15, and all is closed.
        Universe universe = Universe.of(List.of(new Member("ONE", prices(new double[] {9, 9.5, 10, 10, 10, 10, 10, 10}), List.of()),
                new Member("TWO", prices(new double[] {102, 101, 100, 100, 100, 230, 230, 230}), List.of())));
        Plan plan = new Plan(Construction.EQUAL, 2, 100, 0, 1, 1, 0.5, 0.365);
        BasketResult found = Universes.run(universe, new CrossSection(1, 0, 0.5, 0.5), plan, Terms.allIn(1000, Costs.NONE), 0);
        assertThat(found.equity()).containsExactly(1000, 1000, 1000, 1000, 999.50, 349, 347.85, 347.85);
        assertThat(found.bookings()).extracting(Booking::cash).containsExactly(-50L, -50L, -1_15L);
        assertThat(found.bookings()).extracting(Booking::kind).containsOnly(Booking.Kind.BORROW);
        assertThat(found.orders()).extracting(Order::state).containsExactly(Order.State.FILLED, Order.State.FILLED, Order.State.LIQUIDATED, Order.State.LIQUIDATED);
        assertThat(found.parts()).containsExactly(new Part(0, 500_00, 500_00, 0, 0, 0, 0, 0), new Part(1, 1150_00, 500_00, 0, 2_15, 0, 0, 0));
        assertThat(found.liquidations()).isEqualTo(1);
    }

    @Test
    void theAccountIsThatOfASlowSecondOneAtEveryDay() {
        Seen seen = new Seen();
        for (long seed = 1; seed <= 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            seen.compare(Universes.random(seed, 140), Universes.rule(random), Universes.plan(random), random.nextInt(3) == 0 ? 1 : 0, "seed " + seed);
        }
        assertThat(seen.filled).isGreaterThan(3_000);
        assertThat(seen.reduced).isGreaterThan(100);
        assertThat(seen.shorts).isGreaterThan(100);
        assertThat(seen.borrowed).isGreaterThan(10);
    }

    @Test
    void whatFallsBelowTheMarginIsClosedAsASlowSecondAccountDoes() {
        Seen seen = new Seen();
        for (long seed = 500; seed < 560; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Rule rule = random.nextBoolean() ? new CrossSection(1 + random.nextInt(10), random.nextInt(3), 0.3, 0.5)
                    : new Trend(BuiltIn.MOMENTUM.with(Map.of("lookback", 10.0, "hold", 5.0, "side", "LONG_SHORT")));
            Plan plan = new Plan(Construction.EQUAL, 10, 5 + random.nextInt(20), 0.02, 1, 1, random.nextInt(60, 101) / 100.0, random.nextInt(1, 101) / 100.0);
            seen.compare(Universes.random(seed, 140, 0.12), rule, plan, random.nextInt(2), "seed " + seed);
        }
        assertThat(seen.called).isGreaterThan(20);
    }

    /** What came of comparing accounts with slow second ones. */
    private static final class Seen {
        private int filled;
        private int reduced;
        private int shorts;
        private int borrowed;
        private int called;

        private void compare(Universe universe, Rule rule, Plan plan, int late, String seed) {
            BasketResult found = Universes.run(universe, rule, plan, Universes.TERMS, late);
            NaiveBasket slow = new NaiveBasket(universe.members(), rule, plan, late).run();
            String as = seed + ", " + rule.words() + ", " + plan.settings();
            assertThat(fills(found)).as(as).containsExactlyInAnyOrderElementsOf(slow.fills);
            double[] equity = found.equity();
            for (int day = 0; day < equity.length; day++) {
                assertThat(BigDecimal.valueOf(Math.round(equity[day] * 100), 2)).as("day " + day + ", " + as).isEqualTo(slow.equity.get(day));
            }
            assertThat(BigDecimal.valueOf(found.borrow(), 2)).as(as).isEqualByComparingTo(slow.borrowed);
            assertThat(found.liquidations()).as(as).isEqualTo(slow.calls.size());
            assertThat(found.orders().stream().anyMatch(order -> order.state() == Order.State.LIQUIDATED)).as(as)
                    .isEqualTo(slow.calls.stream().anyMatch(day -> day + 1 < equity.length));
            filled += slow.fills.size();
            reduced += found.orders().stream().filter(order -> order.state() == Order.State.REDUCED).count();
            shorts += found.holdings().stream().filter(one -> one.side() < 0).count();
            borrowed += found.borrow() > 0 ? 1 : 0;
            called += slow.calls.size();
        }
    }

    private static List<String> fills(BasketResult found) {
        return found.orders().stream().filter(order -> order.filled() != 0).map(order -> order.ended() + " " + found.universe().member(order.member()).symbol() + " "
                + BigDecimal.valueOf(order.filled(), 6)).toList();
    }

    @Test
    void everyCentIsAccountedFor() {
        int bookings = 0;
        for (long seed = 200; seed <= 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BasketResult found = Universes.run(Universes.random(seed, 200), Universes.rule(random), Universes.plan(random));
            long flows = found.orders().stream().mapToLong(order -> (order.filled() > 0 ? -order.value() : order.value()) - order.fee()).sum()
                    + found.bookings().stream().mapToLong(Booking::cash).sum();
            assertThat(found.start() + flows).as("cash, seed " + seed).isEqualTo(found.cash());
            assertThat(found.parts().stream().mapToLong(Part::profit).sum()).as("profit, seed " + seed).isEqualTo(found.end() - found.start());
            assertThat(found.holdings().stream().mapToLong(Holding::profit).sum()).as("holdings, seed " + seed).isEqualTo(found.end() - found.start());
            assertThat(Math.round(100 * found.equity()[found.universe().days() - 1])).as("seed " + seed).isEqualTo(found.end());
            bookings += found.bookings().size();
            if (found.holdings().stream().noneMatch(one -> one.side() < 0)) {
                assertThat(Arrays.stream(found.cashes()).min().orElseThrow()).as("seed " + seed).isNotNegative();
            }
        }
        assertThat(bookings).isGreaterThan(500);
    }

    @Test
    void moreCostsLeaveLessAndTheSameQuestionHasTheSameHash() {
        Plan plan = new Plan(Construction.INVERSE_VOLATILITY, 20, 5, 0, 1, 1, 0, 0);
        Universe universe = Universes.random(7, 200);
        BasketResult found = Universes.run(universe, new HoldAll(0), plan);
        BasketResult dear = Universes.run(universe, new HoldAll(0), plan, Universes.TERMS.withCostsDoubled(), 0);
        BasketResult free = Universes.run(universe, new HoldAll(0), plan, Terms.allIn(100_000, new Costs(0, FeeBasis.VALUE, 0, 0, 0)), 0);
        BasketResult late = Universes.run(universe, new HoldAll(0), plan, Universes.TERMS, 1);
        assertThat(found.end()).isLessThan(free.end()).isGreaterThan(dear.end());
        assertThat(late.orders().get(0).given()).isEqualTo(found.orders().get(0).given() + 1);
        assertThat(Universes.run(universe, new HoldAll(0), plan).hash()).isEqualTo(found.hash()).isNotEqualTo(late.hash()).isNotEqualTo(dear.hash());
        assertThat(found.permutation().pValue()).isBetween(0.0, 1.0);
        assertThat(found.performance().totalReturn()).isCloseTo((found.end() - found.start()) / (double) found.start(), within(1e-12));
        assertThat(found.turnover()).isPositive();
    }

    @Test
    void aRunThatIsStoppedFindsNothingAndAWholeOneIsHeldAgainstEqualWeights() {
        Universe universe = Universes.random(11, 200);
        List<String> symbols = universe.members().stream().map(Member::symbol).toList();
        Plan plan = new Plan(Construction.EQUAL, 20, 5, 0, 1, 1, 0, 0);
        BasketExperiment asked = new BasketExperiment(symbols, null, null, NamedRule.of(RuleKind.HOLD, Map.of()), plan, 100_000, 0.001, 1.5, 0.0005);
        assertThat(new BasketRun(asked, universe, Universes.DOLLAR).run(day -> day < 60)).isNull();
        BasketRun.Found found = new BasketRun(asked, universe, Universes.DOLLAR).run(day -> true);
        assertThat(found.result().end()).as("all held alike are equal weights").isEqualTo(found.hold().end());
        assertThat(found.beyond().mean()).isZero();
        assertThat(found.scrutiny().costsDoubled().totalReturn()).isLessThan(found.result().performance().totalReturn());
        assertThat(found.scrutiny().oneBarLate().totalReturn()).isNotEqualTo(found.result().performance().totalReturn());
    }
}
