package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.making.MakingRule;
import entrepot.trading.making.Quotes;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderReason;
import entrepot.trading.replay.MarketFlow;
import entrepot.trading.replay.ParentFigures;
import entrepot.trading.replay.ParentOrder;
import entrepot.trading.replay.Placed;
import entrepot.trading.replay.ReplayFill;
import entrepot.trading.replay.ReplayPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Market making and parent orders in seeded flows. */
class FlowBacktestTest {

    private static final long SEED = Long.getLong("laws.seed", 20261128);
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final int ROWS = 6_000;
    private static final double UNIT = 1_000_000;

    private static Experiment making(String model, FlowKind kind) {
        return asked(MakingRule.of(Map.of("model", model, "window", 10.0, "limit", 3.0, "quantity", 2.0)).uncharged(), kind, null);
    }

    private static Experiment parent(FlowKind kind, Map<String, Object> settings) {
        return asked(null, kind, ParentOrder.of(settings));
    }

    private static Experiment asked(MakingRule making, FlowKind kind, ParentOrder parent) {
        return asked(making, kind, parent, 30);
    }

    private static Experiment asked(MakingRule making, FlowKind kind, ParentOrder parent, double latencyMillis) {
        return new Experiment("FLOW", null, null, true, null, 10_000, 0.0002, 0.01, 0, OrderPlan.MARKET, null, 0, 0, null, making, Execution.IDEAL,
                ReplayPlan.of(Map.of("kind", kind.name(), "clockSeconds", 0.2, "latencyMillis", latencyMillis, "restingFee", 0.5)), parent);
    }

    private static Flow flow(FlowKind kind, long seed) {
        return kind == FlowKind.QUOTES ? MarketFlow.quotes(seed, ROWS) : MarketFlow.orders(seed, ROWS, false);
    }

    private static FlowResult run(Experiment asked, Flow flow) {
        return new FlowBacktest(asked, DOLLAR, flow.hash()).run(List.of(flow), asked.terms(), 0, row -> true);
    }

    @ParameterizedTest
    @CsvSource({"AVELLANEDA_STOIKOV, ORDERS", "GUEANT_LEHALLE_FERNANDEZ_TAPIA, ORDERS", "AVELLANEDA_STOIKOV, QUOTES"})
    void aMarketMakerRestsInWholeTicksAndNeverHoldsMoreThanItsLimit(String model, FlowKind kind) {
        for (long seed = SEED; seed < SEED + 5; seed++) {
            FlowResult found = run(making(model, kind), flow(kind, seed));
            String what = "seed " + seed;
            assertThat(found.replay().fills()).as(what).isNotEmpty().allMatch(ReplayFill::rested);
            long held = 0;
            for (ReplayFill fill : found.replay().fills()) {
                held += fill.units();
                assertThat(Math.abs(held)).as(what).isLessThanOrEqualTo(3_000_000);
                assertThat(fill.price() % 10_000_000).as(what).isZero();
            }
            assertThat(found.replay().orders()).as(what).extracting(Placed::order).allMatch(order -> order.ticket().postOnly());
            assertThat(found.result().hash()).as("again").isEqualTo(run(making(model, kind), flow(kind, seed)).result().hash());
            double profits = found.result().trades().stream().mapToDouble(Trade::profit).sum();
            assertThat(found.result().endValue() - 10_000).as(what).isEqualTo(profits, within(0.005 * found.replay().fills().size()));
        }
    }

    @Test
    void noQuoteIsBetterForOthersThanTheFormulaSays() {
        FlowResult found = run(making("AVELLANEDA_STOIKOV", FlowKind.ORDERS), flow(FlowKind.ORDERS, SEED));
        double[] closes = found.result().bars().closes();
        for (Placed placed : found.replay().orders()) {
            int bar = placed.order().given();
            double[] changes = IntStream.rangeClosed(bar - 9, bar).mapToDouble(at -> closes[at] - closes[at - 1]).toArray();
            double mean = Arrays.stream(changes).average().orElseThrow();
            double variance = Arrays.stream(changes).map(change -> (change - mean) * (change - mean)).sum() / 9;
            double sigma = Math.sqrt(variance);
            Quotes quotes = Quotes.avellanedaStoikov(closes[bar], found.replay().held()[bar] / UNIT, variance, 5, 0.1 / sigma, 1.5 / sigma);
            double price = placed.order().ticket().limit() / 1e9;
            boolean buys = placed.order().ticket().side() > 0;
            assertThat(buys ? quotes.bid() - price : price - quotes.ask()).as("order " + placed.order().id()).isGreaterThan(-1e-9);
        }
    }

    @Test
    void aQuoteWhosePriceIsStillWantedKeepsItsPlace() {
        FlowResult found = run(making("AVELLANEDA_STOIKOV", FlowKind.ORDERS), flow(FlowKind.ORDERS, SEED));
        List<Order> bids = found.replay().orders().stream().map(Placed::order).filter(order -> order.ticket().side() > 0).toList();
        assertThat(bids.size()).isLessThan(found.result().bars().size());
        for (int at = 1; at < bids.size(); at++) {
            boolean replaced = bids.get(at - 1).reason() == OrderReason.ASKED && bids.get(at).given() == bids.get(at - 1).given() + 1;
            assertThat(replaced && bids.get(at).ticket().limit() == bids.get(at - 1).ticket().limit()).as("order " + bids.get(at).id()).isFalse();
        }
    }

    /** Also where what is taken back is known some decisions later only. */
    @ParameterizedTest
    @CsvSource({"ORDERS, 30", "ORDERS, 900", "QUOTES, 30", "QUOTES, 900"})
    void aParentOrderIsFilledOnceAndItsShortfallReadds(FlowKind kind, double latencyMillis) {
        for (long seed = SEED; seed < SEED + 5; seed++) {
            for (String side : List.of("BUY", "SELL")) {
                FlowResult found = run(asked(null, kind, ParentOrder.of(Map.of("side", side, "units", 20.0, "seconds", 60.0, "parts", 3.0, "after", 5.0)), latencyMillis),
                        flow(kind, seed));
                ParentFigures parent = found.parent();
                String what = "seed " + seed + " " + side;
                assertThat(parent.filled()).as(what).isEqualTo(20);
                assertThat(Arrays.stream(found.replay().held()).map(Math::abs).max().orElseThrow()).as(what).isEqualTo(20_000_000);
                int sign = side.equals("BUY") ? 1 : -1;
                double value = found.replay().fills().stream().mapToDouble(fill -> fill.units() / UNIT * (fill.price() / 1e9 - parent.arrival())).sum();
                assertThat(parent.paid()).as(what).isEqualTo(value, within(1e-9));
                assertThat(found.replay().fills()).as(what).allMatch(fill -> fill.units() * sign > 0);
                assertThat(parent.shortfall()).as(what).isEqualTo((value + parent.fees()) / (20 * parent.arrival()), within(1e-12));
                assertThat(found.result().endValue()).as(what).isEqualTo(
                        10_000 - value - parent.fees() + sign * 20 * (found.result().bars().close(found.result().bars().size() - 1) - parent.arrival()), within(0.005 * (found.replay().fills().size() + 1)));
                assertThat(Double.isNaN(parent.vwap())).as(what).isEqualTo(kind == FlowKind.QUOTES);
            }
        }
    }

    @Test
    void whatCannotBeHadIsCountedAtTheLastMid() {
        FlowResult found = run(parent(FlowKind.ORDERS, Map.of("units", 1_000_000.0, "seconds", 10.0)), flow(FlowKind.ORDERS, SEED));
        ParentFigures parent = found.parent();
        assertThat(parent.filled()).isBetween(1.0, 999_999.0);
        double last = found.result().bars().close(found.result().bars().size() - 1);
        assertThat(parent.missed()).isEqualTo((1_000_000 - parent.filled()) * (last - parent.arrival()), within(1e-3));
    }

    @Test
    void aParentOrderBelongsInARecordedMarketAndMarginDoesNot() {
        assertThatThrownBy(() -> new Experiment("FLOW", null, null, true, null, 10_000, 0, 0, 0, OrderPlan.MARKET, null, 0, 0, null, null, Execution.IDEAL, null,
                ParentOrder.of(Map.of()))).hasMessageContaining("either a market is made or a parent order is filled");
        assertThatThrownBy(() -> asked(MakingRule.of(Map.of()), FlowKind.ORDERS, null)).hasMessageContaining("goes without execution, slippage, margin and borrowing");
        assertThat(parent(FlowKind.QUOTES, Map.of()).words())
                .isEqualTo("parent-order side=BUY units=100 seconds=600 parts=1 after=0 replay=(kind=QUOTES latencyMillis=30 clockSeconds=0.2 tick=0.01 restingFee=0.5)");
    }

    @Test
    void aRunThatIsToldToStopHasNoResult() {
        Flow flow = MarketFlow.orders(SEED, 10_000, false);
        Experiment asked = making("AVELLANEDA_STOIKOV", FlowKind.ORDERS);
        List<Long> seen = new ArrayList<>();
        assertThat(new FlowBacktest(asked, DOLLAR, flow.hash()).run(List.of(flow), asked.terms(), 0, row -> {
            seen.add(row);
            return false;
        })).isNull();
        assertThat(seen).hasSize(1).allMatch(row -> row < 10_000);
    }

    @Test
    void aFlowInPartsHasTheHashOfTheWhole() {
        Flow flow = flow(FlowKind.ORDERS, SEED);
        List<Flow> parts = List.of(flow.slice(0, 100), flow.slice(100, 101), flow.slice(101, flow.size()));
        List<Long> seen = new ArrayList<>();
        assertThat(Flow.hash(FlowKind.ORDERS, parts, seen::add)).isEqualTo(flow.hash());
        assertThat(seen).containsExactly(100L, 101L, (long) flow.size());
        assertThat(Flow.hash(FlowKind.ORDERS, parts, row -> row < 101)).as("it was told to stop").isNull();
    }

    /** Some minutes, brought to a year, would be any number. */
    @Test
    void minutesHaveNoReturnAYear() {
        Performance performance = run(making("AVELLANEDA_STOIKOV", FlowKind.ORDERS), flow(FlowKind.ORDERS, SEED)).result().performance();
        assertThat(performance.totalReturn()).isNotZero();
        assertThat(performance.annualReturn()).isNaN();
    }
}
