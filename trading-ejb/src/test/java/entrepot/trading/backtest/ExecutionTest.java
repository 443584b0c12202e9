package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.kernel.Money;
import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.broker.CutRun;
import entrepot.trading.broker.DecisionTrader;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.Execution.Impact;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.broker.Series;
import entrepot.trading.broker.Slippage;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A backtest in a market that has a volume, takes time, and moves out of the way. */
class ExecutionTest {

    private static final long SEED = Long.getLong("laws.seed", 20261128);
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final long DAY = 86_400_000;
    private static final Terms TERMS = Terms.allIn(1_000_000, new Costs(0.001, FeeBasis.VALUE, 0, 0, 0.0005));
    private static final Execution HARD = Execution.of(Map.of());

    /** One a day, of volumes that are sometimes nothing. */
    private static Bars walk(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[5][size];
        double close = 100;
        for (int bar = 0; bar < size; bar++) {
            double open = close + random.nextInt(-20, 21) / 10.0;
            close = Math.max(20, open + random.nextInt(-30, 31) / 10.0);
            columns[0][bar] = open;
            columns[1][bar] = Math.max(open, close) + random.nextInt(10) / 10.0;
            columns[2][bar] = Math.min(open, close) - random.nextInt(10) / 10.0;
            columns[3][bar] = close;
            columns[4][bar] = random.nextInt(6) == 0 ? 0 : random.nextInt(40_000);
        }
        return Bars.of(LongStream.range(0, size).map(bar -> bar * DAY).toArray(), columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static Bars flat(double volume, int size) {
        double[] price = new double[size];
        Arrays.fill(price, 100);
        double[] volumes = new double[size];
        Arrays.fill(volumes, volume);
        return Bars.of(LongStream.range(0, size).map(bar -> bar * DAY).toArray(), price, price, price, price, volumes);
    }

    private static BacktestResult run(Bars bars, Strategy strategy, OrderPlan plan, Execution execution) {
        return new OrderedBacktest(bars, strategy, TERMS, plan, execution, DOLLAR).run(bar -> true);
    }

    private static Execution with(double participation, int bars, int seconds, Validity validity) {
        return new Execution(participation, bars, seconds, validity, Impact.NONE, 0, 0, 0, 0, 0, 0);
    }

    /** Market orders, limits and stops. */
    private static OrderPlan plan(SplittableRandom random) {
        return new OrderPlan(0, random.nextInt(2) * 3_000_000L, random.nextInt(2) * 20_000_000L, 0, random.nextInt(2) * 40_000_000L);
    }

    private static Execution drawn(SplittableRandom random) {
        Map<String, Object> given = new HashMap<>();
        for (Parameter one : Execution.PARAMETERS) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            double drawn = Math.min(one.most(), random.nextInt(8) / 16.0);
            given.put(one.name(), one.kind() == Parameter.Kind.CHOICE ? one.choices().get(random.nextInt(one.choices().size()))
                    : one.kind() == Parameter.Kind.WHOLE ? (Object) (double) (one.name().equals("latencySeconds") ? 50_000 * random.nextInt(4) : random.nextInt(4))
                    : Double.valueOf(drawn));
        }
        return Execution.of(given);
    }

    @Test
    void whateverIsAskedIsReadBackFromItsWords() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 500; run++) {
            Execution asked = drawn(random);
            assertThat(Execution.read(asked.settings())).as("seed " + SEED + ", run " + run).isEqualTo(asked);
        }
        assertThat(Execution.read(Execution.IDEAL.settings())).isEqualTo(Execution.IDEAL);
        assertThat(Execution.of(Map.of("impact", "ALMGREN_CHRISS")).settings()).endsWith("impact=ALMGREN_CHRISS fixed=0.01 temporary=0.000001 permanent=0.0000001");
    }

    @Test
    void noBarGivesMoreThanItsShareAndThePositionIsTheSumOfTheFills() {
        SplittableRandom random = new SplittableRandom(SEED);
        int parts = 0;
        for (int run = 0; run < 60; run++) {
            Bars bars = walk(SEED + run, 300);
            Execution execution = with(0.02 + random.nextInt(10) / 100.0, random.nextInt(3), 0, random.nextBoolean() ? Validity.DAY : Validity.GTC);
            BacktestResult found = run(bars, Crossover.simple(3, 9).with(Side.LONG_SHORT), plan(random), execution);
            String what = "seed " + SEED + ", run " + run + ", " + execution.settings();
            double[] had = new double[bars.size()];
            double[] cash = {1_000_000};
            double[] held = {0};
            for (FillLine fill : found.fillLines()) {
                had[fill.bar()] += Math.abs(fill.units());
                cash[0] -= fill.units() * fill.price() + fill.fee();
                held[0] += fill.units();
            }
            for (int bar = 0; bar < had.length; bar++) {
                assertThat(had[bar]).as(what + ", bar " + bar).isLessThanOrEqualTo(bars.volume(bar) * execution.participation() + 1e-6);
            }
            assertThat(found.endValue()).as(what).isCloseTo(cash[0] + held[0] * bars.close(299), within(0.01 * (1 + found.fills().size())));
            double profit = found.trades().stream().mapToDouble(Trade::profit).sum();
            assertThat(found.endValue() - 1_000_000).as(what + ": trades re-add").isCloseTo(profit, within(0.01 * (1 + found.fills().size())));
            parts += found.orders().stream().filter(order -> order.filled() > 0 && order.filled() < order.units()).count();
        }
        assertThat(parts).as("orders filled in part").isPositive();
    }

    @Test
    void aLargeOrderIsFilledOverManyBarsAndAnEntryOfADayNoLongerThanADay() {
        Bars bars = flat(10_000, 8);
        BacktestResult all = run(bars, new Planned(1, 1, 1, 1, 1, 1, 1, 1), OrderPlan.MARKET, with(0.1, 0, 0, Validity.GTC));
        assertThat(all.fillLines()).extracting(FillLine::units).startsWith(1000.0, 1000.0, 1000.0).hasSize(7);
        BacktestResult day = run(bars, new Planned(1, 1, 1, 1, 1, 1, 1, 1), OrderPlan.MARKET, with(0.1, 0, 0, Validity.DAY));
        assertThat(day.fillLines()).extracting(FillLine::units).containsExactly(1000.0);
        assertThat(day.orders()).extracting(OrderLine::state).containsExactly(OrderState.EXPIRED);
        assertThat(day.orders()).extracting(OrderLine::reason).containsExactly(OrderReason.TIME);
    }

    @Test
    void aSecondOfLatencyIsABarAndADayAndASecondAreTwo() {
        Planned buys = new Planned(1, 1, 1, 1, 1, 1);
        assertThat(run(flat(0, 6), buys, OrderPlan.MARKET, with(0, 0, 0, Validity.GTC)).fills().get(0).bar()).isEqualTo(1);
        assertThat(run(flat(0, 6), buys, OrderPlan.MARKET, with(0, 0, 1, Validity.GTC)).fills().get(0).bar()).isEqualTo(2);
        assertThat(run(flat(0, 6), buys, OrderPlan.MARKET, with(0, 0, 86_400, Validity.GTC)).fills().get(0).bar()).isEqualTo(2);
        assertThat(run(flat(0, 6), buys, OrderPlan.MARKET, with(0, 0, 86_401, Validity.GTC)).fills().get(0).bar()).isEqualTo(3);
        assertThat(run(flat(0, 6), buys, OrderPlan.MARKET, with(0, 2, 0, Validity.GTC)).fills().get(0).bar()).isEqualTo(3);
    }

    @Test
    void anEntryThatWasFilledBeforeItCouldBeTakenBackIsClosed() {
        BacktestResult found = run(flat(0, 12), new Planned(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), OrderPlan.MARKET, with(0, 2, 0, Validity.GTC));
        assertThat(found.fillLines()).extracting(FillLine::bar).containsExactly(3, 6);
        assertThat(found.held()).endsWith(0, 0, 0);
    }

    @Test
    void aFillThroughZeroIsTheEndOfOneTradeAndTheBeginningOfTheNext() {
        TradeList list = new TradeList(1);
        list.add(new Fill(1, 2, 10, 1));
        list.add(new Fill(2, -6, 12, 3));
        List<Trade> trades = list.upTo(3, 11);
        assertThat(trades).extracting(Trade::side).containsExactly(1, -1);
        assertThat(trades).extracting(Trade::units).containsExactly(2.0, 4.0);
        assertThat(trades).extracting(Trade::profit).containsExactly(2 * 2 - 2.0, 4 - 2.0);
    }

    @Test
    void impactIsPaidOnTopOfTheShareOfThePriceAndTwiceWhereCostsAreDoubled() {
        Execution execution = Execution.of(Map.of("coefficient", 1.0, "volatility", 0.04));
        FillLine fill = run(flat(10_000, 3), new Planned(1, 1, 1), OrderPlan.MARKET, execution).fillLines().get(0);
        assertThat(fill.slippage()).as("0.05 % and 4 % of the root of a tenth").isCloseTo(0.05 + 100 * 0.04 * Math.sqrt(0.1), within(1e-9));
        fill = run(flat(10_000, 3), new Planned(1, 1, 1), OrderPlan.MARKET, execution.doubled()).fillLines().get(0);
        assertThat(fill.slippage()).isCloseTo(0.05 + 2 * 100 * 0.04 * Math.sqrt(0.1), within(1e-9));
    }

    @Test
    void nobodyPaysToSell() {
        Execution crash = Execution.of(Map.of("participation", 0.0, "coefficient", 100.0, "volatility", 1.0));
        BacktestResult found = run(flat(1, 6), new Planned(1, 0, 0, 0, 0, 0), OrderPlan.MARKET, crash);
        assertThat(found.fillLines()).extracting(FillLine::price).element(1).isEqualTo(0.0);
    }

    @Test
    void anIdealMarketIsTheBacktestBeforeAndAnyOtherHasAnotherHash() {
        Bars bars = walk(SEED, 300);
        String ideal = run(bars, Crossover.simple(3, 9), OrderPlan.MARKET, Execution.IDEAL).hash();
        BacktestResult hard = run(bars, Crossover.simple(3, 9), OrderPlan.MARKET, HARD);
        assertThat(hard.hash()).isNotEqualTo(ideal).isEqualTo(run(bars, Crossover.simple(3, 9), OrderPlan.MARKET, HARD).hash());
        assertThat(hard.strategy()).endsWith("execution=(" + HARD.settings() + ")");
    }

    @Test
    void noMarketShowsTheFuture() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 12; run++) {
            Execution execution = drawn(random);
            OrderPlan plan = plan(random);
            Bars bars = walk(SEED + run, 90);
            BrokerTerms terms = BrokerTerms.of(FeeSchedule.NONE, Slippage.NONE).under(execution);
            CutRun check = new CutRun(Series.of(Contract.share("S", DOLLAR), bars), terms, List.of(new Money(1_000_000_00, DOLLAR)),
                    seen -> new DecisionTrader(Crossover.simple(3, 9).with(Side.LONG_SHORT).on(seen.bars()), seen.bars(), plan, execution.validity()));
            assertThat(IntStream.rangeClosed(2, 90).filter(cut -> cut % 4 == 0)).as("seed " + SEED + ", run " + run + ", " + execution.settings())
                    .allSatisfy(cut -> assertThat(check.changedBy(cut)).isEmpty());
        }
    }
}
