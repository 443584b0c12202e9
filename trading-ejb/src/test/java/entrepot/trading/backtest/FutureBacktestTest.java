package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.kernel.Money;
import entrepot.trading.Walk;
import entrepot.trading.broker.CutRun;
import entrepot.trading.broker.DecisionTrader;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.FillRule;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import entrepot.trading.market.Chain;
import entrepot.trading.market.Chain.Contract;
import entrepot.trading.market.FutureTerms;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.Joining;
import entrepot.trading.market.RandomContracts;
import entrepot.trading.market.RollRule;
import entrepot.trading.order.OrderState;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.KellyShare;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import entrepot.trading.strategy.VolatilityTarget;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A future is traded contract by contract, for whole contracts and its multiplier, and decided by joined prices. */
class FutureBacktestTest {

    private static final int MULTIPLIER = 50;
    private static final Terms FREE = Terms.allIn(1_000_000, Costs.NONE);

    private static Instrument all(RollRule rule) {
        return new Instrument("ES", "Index", InstrumentKind.CONTINUOUS, "USD", new BigDecimal("0.25"), false, BigDecimal.ONE,
                FutureTerms.continuous(MULTIPLIER, new BigDecimal("500"), "ES", rule), null);
    }

    private static Traded traded(List<Contract> contracts, RollRule rule) {
        return Traded.of(all(rule), Chain.of(contracts, rule), true);
    }

    private static BacktestResult hold(Traded traded, Terms terms, OrderPlan plan) {
        return OrderedBacktest.run(traded, new BuyAndHold(), terms, plan, Execution.IDEAL, bar -> true);
    }

    @Test
    void whoHoldsOnGainsWhatTheJoinedPricesDid() {
        int rolled = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Traded traded = traded(RandomContracts.of(random), RandomContracts.rule(random));
            BacktestResult found = hold(traded, FREE, OrderPlan.MARKET);
            Bars joined = traded.decided();
            double contracts = found.fills().get(0).units();
            assertThat(contracts).as("seed %d: whole contracts of all the money", seed)
                    .isEqualTo(Math.floor(1_000_000 / (MULTIPLIER * Math.round(traded.bars().open(1) * 1e9) / 1e9)));
            double[] expected = IntStream.range(0, joined.size())
                    .mapToDouble(bar -> 1_000_000 + (bar == 0 ? 0 : contracts * MULTIPLIER * (joined.close(bar) - joined.open(1)))).toArray();
            assertThat(found.equity()).as("seed %d", seed).containsExactly(expected, within(0.01 * joined.size()));
            int rolls = traded.series().rolls().stream().filter(roll -> roll.time() > traded.bars().time(1)).toList().size();
            assertThat(found.fillLines()).as("seed %d", seed).filteredOn(line -> line.rule() == FillRule.ROLL_OUT || line.rule() == FillRule.ROLL_IN).hasSize(2 * rolls);
            assertThat(found.trades()).as("seed %d: one a contract", seed).hasSize(rolls + 1);
            assertThat(found.trades().stream().mapToDouble(Trade::profit).sum()).as("seed %d", seed).isCloseTo(found.endValue() - 1_000_000, within(0.01 * joined.size()));
            rolled += rolls;
        }
        assertThat(rolled).isGreaterThan(300);
    }

    @Test
    void bothSidesOfARollAreCharged() {
        Terms terms = Terms.allIn(1_000_000, new Costs(0, FeeBasis.VALUE, 0, 3, 0.001));
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            Traded traded = traded(RandomContracts.of(random), RandomContracts.rule(random));
            BacktestResult found = hold(traded, terms, OrderPlan.MARKET);
            double fees = found.fills().stream().mapToDouble(Fill::fee).sum();
            double slipped = found.fillLines().stream().mapToDouble(line -> line.slippage() * Math.abs(line.units()) * MULTIPLIER).sum();
            double gained = found.fills().get(0).units() * MULTIPLIER * (traded.decided().close(traded.bars().size() - 1) - traded.decided().open(1));
            assertThat(fees).as("seed %d", seed).isEqualTo(3.0 * found.fills().size());
            assertThat(found.endValue()).as("seed %d", seed).isCloseTo(1_000_000 + gained - fees - slipped, within(0.01 * traded.bars().size()));
        }
    }

    /** A millionth or two of a unit is as good as any fraction. */
    @Test
    void sizesAreThoseWithoutOrders() {
        Terms terms = Terms.allIn(1e8, new Costs(0.001, FeeBasis.VALUE, 0, 2, 0.0005));
        for (long seed = 1; seed <= 6; seed++) {
            Bars bars = Walk.gapped(seed, 400);
            Instrument inLots = new Instrument("LOTS", "In lots", InstrumentKind.EQUITY, "USD", new BigDecimal("0.01"), false, new BigDecimal("0.000002"), null, null);
            for (Strategy sized : List.of(new VolatilityTarget(Crossover.simple(4, 11), 0.1), new KellyShare(Crossover.simple(4, 11), 0.5))) {
                BacktestResult plain = new Backtest(bars, sized, terms).run();
                BacktestResult found = OrderedBacktest.run(Traded.of(inLots, bars), sized, terms, OrderPlan.MARKET, Execution.IDEAL, bar -> true);
                assertThat(found.fills()).as("seed %d, %s", seed, sized.words()).hasSameSizeAs(plain.fills());
                assertThat(found.endValue()).as("seed %d, %s", seed, sized.words()).isCloseTo(plain.endValue(), within(1.0));
                assertThat(found.endValue()).as("seed %d: not all the money", seed).isNotCloseTo(new Backtest(bars, Crossover.simple(4, 11), terms).run().endValue(), within(1.0));
            }
        }
    }

    @Test
    void theDataAreOthersWhereTheInstrumentIs() {
        List<Contract> contracts = RandomContracts.of(new Random(1));
        RollRule rule = new RollRule(RollRule.RollBy.EXPIRY, 2, Joining.DIFFERENCE);
        String hash = traded(contracts, rule).dataHash();
        assertThat(traded(contracts, rule).dataHash()).isEqualTo(hash);
        assertThat(Traded.of(all(rule), Chain.of(contracts, rule), false).dataHash()).as("decided by other prices").isNotEqualTo(hash);
        assertThat(traded(contracts, new RollRule(RollRule.RollBy.EXPIRY, 4, Joining.DIFFERENCE)).dataHash()).isNotEqualTo(hash);
    }

    @Test
    void noOrderAndNoFillKnowsALaterRoll() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            Traded traded = traded(RandomContracts.of(random), RandomContracts.rule(random));
            Crossover strategy = Crossover.simple(2, 5).with(Side.LONG_SHORT);
            OrderPlan plan = new OrderPlan(0, 5_000_000, 20_000_000, 60_000_000, seed % 2 == 0 ? 0 : 30_000_000);
            CutRun check = new CutRun(traded.series(), OrderedBacktest.broker(FREE.costs(), traded.currency()), List.of(Money.rounded(new BigDecimal(1_000_000), traded.currency())),
                    seen -> new DecisionTrader(strategy.on(traded.decided().slice(0, seen.bars().size())), seen.bars(), plan, Execution.IDEAL.validity()));
            for (int cut = 2; cut < traded.bars().size(); cut += 3) {
                assertThat(check.changedBy(cut)).as("seed %d, cut %d", seed, cut).isEmpty();
            }
        }
    }

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private static Contract contract(String symbol, int expiry, double... closes) {
        return new Contract(symbol, DAY.plusDays(expiry), Bars.of(IntStream.range(0, closes.length)
                .mapToObj(at -> new Bar(DAY.plusDays(at).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), closes[at], closes[at], closes[at], closes[at], 1)).toList()));
    }

    @Test
    void aStopStandsInTheNextContractAtTheSameDistance() {
        RollRule rule = new RollRule(RollRule.RollBy.EXPIRY, 0, Joining.DIFFERENCE);
        Traded traded = traded(List.of(contract("H4", 2, 100, 100, 100, 98, 97), contract("M4", 60, 110, 110, 110, 108, 106, 100, 99)), rule);
        BacktestResult found = hold(traded, FREE, new OrderPlan(0, 0, 51_000_000, 0, 0));

        assertThat(found.fillLines()).as("5.1 %% below 100 is 94.9, on a tick 94.75; rolled by 108 - 98 it is 104.75, which day 5 opens below")
                .extracting(FillLine::rule).containsExactly(FillRule.MARKET_AT_OPEN, FillRule.ROLL_OUT, FillRule.ROLL_IN, FillRule.STOP_AT_OPEN);
        assertThat(found.orders().get(1).stop()).isEqualTo(104.75);
        assertThat(found.fillLines().get(3).price()).isEqualTo(100);
        assertThat(found.orders()).extracting(OrderLine::state).containsOnly(OrderState.FILLED);
        assertThat(found.endValue()).isEqualTo(1_000_000 + 200 * MULTIPLIER * ((98 - 100) + (100 - 108)));
    }

    @Test
    void aLimitGivenBeforeARollIsOneInTheNextContract() {
        RollRule rule = new RollRule(RollRule.RollBy.EXPIRY, 0, Joining.DIFFERENCE);
        Traded traded = traded(List.of(contract("H4", 0, 100, 100, 100), contract("M4", 60, 110, 110, 108, 107)), rule);
        BacktestResult found = hold(traded, FREE, new OrderPlan(0, 10_000_000, 0, 0, 0));

        assertThat(found.orders().get(0).limit()).as("99 of H4 is 109 of M4").isEqualTo(109);
        assertThat(found.fillLines().get(0).bar()).isEqualTo(2);
        assertThat(found.fillLines().get(0).price()).isEqualTo(108);
    }
}
