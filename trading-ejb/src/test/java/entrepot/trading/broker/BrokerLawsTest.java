package entrepot.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Money;
import entrepot.trading.market.Bars;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.CashEntry;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.portfolio.FeeSchedule;
import entrepot.trading.portfolio.Position;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeded commands against a naive broker and against what must hold whatever was ordered; {@code laws.commands} says how many. */
class BrokerLawsTest {

    private static final int COMMANDS = Integer.getInteger("laws.commands", 30_000);
    private static final long SEED = Long.getLong("laws.seed", 20261127);
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final Money MONEY = new Money(1_000_000_00, DOLLAR);
    private static final int BARS = 200;

    /** Five days of forty minutes, a walk in dimes, so that prices are often equal, with gaps, and volumes that are sometimes nothing. */
    static Bars bars(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[5][size];
        long close = 1000;
        for (int bar = 0; bar < size; bar++) {
            long open = Math.max(20, close + random.nextInt(-4, 5));
            close = Math.max(20, open + random.nextInt(-8, 9));
            columns[0][bar] = open / 10.0;
            columns[1][bar] = (Math.max(open, close) + random.nextInt(5)) / 10.0;
            columns[2][bar] = (Math.min(open, close) - random.nextInt(5)) / 10.0;
            columns[3][bar] = close / 10.0;
            columns[4][bar] = random.nextInt(8) == 0 ? 0 : random.nextInt(300);
        }
        return Bars.of(IntStream.range(0, size).mapToLong(bar -> 1_136_073_600_000L + bar * 60_000L + bar / 40 * 86_400_000L).toArray(), columns[0], columns[1], columns[2],
                columns[3], columns[4]);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, false", "100000000, 0, 0, 0.001, false", "50000000, 2, 0, 0.0003, false", "50000000, 1, 0, 0.001, true", "50000000, 1, 150000, 0.001, false"})
    void agreesWithTheNaiveBroker(long participation, int latency, long latencyMillis, double slippage, boolean gapsAtLimit) {
        BrokerTerms late = terms(participation, latency, slippage).late(latency, latencyMillis);
        BrokerTerms terms = gapsAtLimit ? late.gapsAtLimits() : late;
        long commands = 0;
        Set<FillRule> rules = EnumSet.noneOf(FillRule.class);
        for (long run = 0; commands < COMMANDS / 5; run++) {
            long seed = SEED + 1_000_003 * run + latency;
            Bars bars = bars(seed, BARS);
            RandomTrader trader = new RandomTrader(seed, bars, 0.5);
            SimulationResult found = run(bars, terms, trader);
            NaiveBroker naive = new NaiveBroker(bars, slippage, participation, latency, latencyMillis, gapsAtLimit);
            int next = 0;
            for (int bar = 0; bar < bars.size(); bar++) {
                naive.bar(bar);
                for (; next < trader.told.size() && trader.told.get(next).bar() == bar; next++) {
                    RandomTrader.Told told = trader.told.get(next);
                    if (told.ticket() == null) {
                        naive.cancel(told.cancel());
                    } else {
                        naive.give(told.ticket());
                    }
                }
            }
            String what = "seed " + seed + ", participation " + participation + ", latency " + latency + " and " + latencyMillis;
            assertThat(found.fills().stream().map(BrokerLawsTest::words)).as(what).containsExactlyElementsOf(naive.fills());
            assertThat(found.orders().stream().map(BrokerLawsTest::words)).as(what).containsExactlyElementsOf(naive.orders());
            assertThat(decimal(found.portfolio().position(0).units(), 6)).as(what).isEqualTo(naive.held().setScale(6).toPlainString());
            found.fills().forEach(fill -> rules.add(fill.rule()));
            commands += trader.told.size();
        }
        Set<FillRule> known = EnumSet.range(FillRule.MARKET_AT_OPEN, FillRule.LIMIT_ON_CLOSE);
        known.remove(gapsAtLimit ? FillRule.LIMIT_AT_OPEN : FillRule.LIMIT_IN_GAP);
        assertThat(rules).as("rules that were seen").containsAll(known);
    }

    private static String words(BrokerFill fill) {
        return fill.order() + " " + fill.bar() + " " + decimal(fill.units(), 6) + " at " + decimal(fill.price(), 9) + " " + fill.rule();
    }

    private static String words(Order order) {
        return order.id() + " " + order.state() + " " + order.reason() + " " + decimal(order.filled(), 6) + " of " + decimal(order.units(), 6);
    }

    private static String decimal(long count, int digits) {
        return BigDecimal.valueOf(count, digits).toPlainString();
    }

    private static BrokerTerms terms(long participation, int latency, double slippage) {
        return BrokerTerms.of(new FeeSchedule(1_000_000, 0, 0, 100, 0), new Slippage.Share(slippage)).participating(participation).late(latency);
    }

    private static SimulationResult run(Bars bars, BrokerTerms terms, Trader trader) {
        return new Simulation(List.of(Series.of(Contract.share("S", DOLLAR), bars)), terms, List.of(MONEY)).run(trader);
    }

    /** With everything on: money re-adds, nothing is filled outside its bar, before it was known, or out of volume that is not there. */
    @Test
    void whateverIsOrderedTheBooksCloseAndNothingComesFromNowhere() {
        int liquidated = 0;
        for (int run = 0; run < Math.max(20, COMMANDS / 2_000); run++) {
            long seed = SEED + 7_919L * run;
            Bars bars = bars(seed, BARS);
            int latency = run % 3;
            BrokerTerms terms = terms(200_000_000, latency, 0.0005).margined(500_000_000, 300_000_000).carrying(30_000_000, 10_000_000, 60_000_000);
            Contract contract = run % 2 == 0 ? Contract.share("S", DOLLAR) : Contract.future("F", DOLLAR, 10, 200_00);
            SimulationResult found = new Simulation(List.of(Series.of(contract, bars)), terms, List.of(new Money(2_000_00, DOLLAR)))
                    .run(new RandomTrader(seed, bars, 0.5));
            String what = "seed " + seed;
            long[] traded = new long[bars.size()];
            long money = 2_000_00;
            long units = 0;
            for (BrokerFill fill : found.fills()) {
                Order order = found.orders().get(fill.order() - 1);
                assertThat(fill.marketPrice()).as(what + " " + fill).isBetween(Exact.price(bars.low(fill.bar())), Exact.price(bars.high(fill.bar())));
                assertThat(fill.slippage()).as(what + " " + fill).isNotNegative();
                if (order.ticket().kind().limited()) {
                    assertThat(fill.price() * order.ticket().side()).as(what + " " + fill).isLessThanOrEqualTo(order.ticket().limit() * order.ticket().side());
                }
                boolean brokers = order.parent() != null || fill.rule() == FillRule.LIQUIDATION_AT_OPEN;
                assertThat(fill.bar()).as(what + " " + fill).isGreaterThanOrEqualTo(brokers ? order.given() : order.given() + 1 + latency);
                traded[fill.bar()] += Math.abs(fill.units());
                units += fill.units();
                money -= contract.value(fill.price(), fill.units()) + fill.fee();
                liquidated += fill.rule() == FillRule.LIQUIDATION_AT_OPEN ? 1 : 0;
            }
            for (int bar = 0; bar < traded.length; bar++) {
                assertThat(traded[bar]).as(what + ", bar " + bar).isLessThanOrEqualTo((long) (bars.volume(bar) * 200_000));
            }
            for (Order order : found.orders()) {
                long filled = found.fills(order).stream().mapToLong(fill -> Math.abs(fill.units())).sum();
                assertThat(order.filled()).as(what + " order " + order.id()).isEqualTo(filled);
                assertThat(order.state() == OrderState.FILLED).as(what + " order " + order.id()).isEqualTo(filled > 0 && order.left() == 0);
            }
            Position position = found.portfolio().position(0);
            long last = Exact.price(bars.close(bars.size() - 1));
            assertThat(position.units()).as(what).isEqualTo(units);
            assertThat(found.portfolio().cash(DOLLAR).minor()).as(what)
                    .isEqualTo(found.portfolio().entries().stream().map(CashEntry::amount).mapToLong(Money::minor).sum());
            long carried = found.portfolio().entries().stream()
                    .filter(entry -> Set.of("BORROW", "INTEREST", "DIVIDEND").contains(entry.kind().name())).mapToLong(entry -> entry.amount().minor()).sum();
            assertThat(found.portfolio().cash(DOLLAR).minor() + position.worth(last)).as(what).isEqualTo(money + contract.value(last, units) + carried);
        }
        assertThat(liquidated).as("liquidations among them").isPositive();
    }

    @Test
    void cuttingTheSeriesChangesNothingBeforeTheCut() {
        for (int run = 0; run < 6; run++) {
            long seed = SEED + 31 * run;
            Series series = Series.of(Contract.share("S", DOLLAR), bars(seed, 80));
            BrokerTerms terms = terms(run % 2 * 200_000_000L, run % 3, 0.0005).margined(500_000_000, 300_000_000);
            CutRun check = new CutRun(series, terms, List.of(MONEY), seen -> new RandomTrader(seed, seen.bars(), 0.5));
            assertThat(IntStream.rangeClosed(1, 80).filter(cut -> cut % 3 == 0)).as("seed " + seed).allSatisfy(cut -> assertThat(check.changedBy(cut)).isEmpty());
        }
    }

    /** Orders a limit at the low of the bar to come. */
    private record Cheat(Bars bars) implements Trader {
        @Override
        public void onBar(Desk desk, int instrument, int bar) {
            double later = bar + 1 < bars.size() ? bars.low(bar + 1) : bars.low(bar);
            desk.give(Ticket.limit(instrument, 1, 1_000_000, Exact.price(later) + 1));
        }
    }

    @Test
    void aTraderThatCheatsIsFound() {
        Series series = Series.of(Contract.share("S", DOLLAR), bars(5, 60));
        CutRun check = new CutRun(series, terms(0, 0, 0), List.of(MONEY), seen -> new Cheat(seen.bars()));
        assertThat(IntStream.rangeClosed(1, 60).filter(cut -> check.changedBy(cut).isPresent())).isNotEmpty();
    }
}
