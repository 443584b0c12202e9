package entrepot.trading.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.backtest.Traded;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.FillLine;
import entrepot.trading.backtest.OrderLine;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Variables;
import entrepot.trading.making.MakingRule;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderKind;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Sight;
import entrepot.trading.strategy.Strategy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A backtest gone through bar by bar adds up to its result, and knows at no bar what comes later. */
class PlaybackTest {

    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final int BARS = 320;
    private static final Strategy RULE = new RuleStrategy("crossover(sma(fast), sma(11)) and not (volume > 5)", "close < lowest(low, 5)[1] or rsi(5) > 70", "close < 0.999 * ema(7)",
            "macd(3, 6, 2).signal > 0", Variables.of("fast = 4"));

    private static Experiment asked(Strategy strategy, OrderPlan orders, double volatilityTarget, double kelly, Execution execution) {
        return new Experiment("X", null, null, true, strategy, 1e6, 0.0002, 0.5, 0.0001, orders, null, volatilityTarget, kelly, null, null, execution);
    }

    private static Experiment asked(Strategy strategy, OrderPlan orders) {
        return asked(strategy, orders, 0, 0, Execution.IDEAL);
    }

    /** Every kind that can be gone through. */
    private static Map<String, Experiment> kinds() {
        OrderPlan hedged = new OrderPlan(0, 200_000, 2_000_000, 3_000_000, 1_000_000);
        Map<String, Experiment> kinds = new LinkedHashMap<>();
        kinds.put("crossover", asked(Crossover.simple(3, 8).with(Side.LONG_SHORT), OrderPlan.MARKET));
        kinds.put("rule", asked(RULE, OrderPlan.MARKET));
        kinds.put("rule by orders", asked(RULE, hedged));
        kinds.put("crossover by orders", asked(Crossover.simple(3, 8).with(Side.LONG_SHORT), hedged));
        kinds.put("hard market", asked(Crossover.simple(3, 8), OrderPlan.MARKET, 0, 0, Execution.read("latencyBars=2")));
        kinds.put("sized", asked(Crossover.simple(3, 8), OrderPlan.MARKET, 0.01, 0, Execution.IDEAL));
        kinds.put("kelly", asked(Crossover.simple(2, 3), OrderPlan.MARKET, 0, 0.5, Execution.IDEAL));
        kinds.put("making", new Experiment("X", null, null, true, null, 1e6, 0, 0, 0, OrderPlan.MARKET, null, 0, 0, null, MakingRule.read(""), Execution.IDEAL));
        for (BuiltIn builtIn : BuiltIn.values()) {
            if (builtIn != BuiltIn.LEARNED) {
                kinds.put(builtIn.name(), asked(builtIn.with(Map.of()), OrderPlan.MARKET));
            }
        }
        return kinds;
    }

    @Test
    void theStepsAddUpToTheResult() {
        kinds().forEach((kind, asked) -> {
            Bars bars = Walk.gapped(3, BARS);
            Playback found = Playback.of(asked, Traded.share(bars, DOLLAR));
            BacktestResult result = found.result();
            assertThat(found.steps()).as(kind).hasSize(BARS);
            assertThat(found.steps().get(BARS - 1).equity()).as(kind).isEqualTo(result.endValue());
            assertThat(found.steps().stream().mapToDouble(Step::drawdown).max().orElseThrow()).as(kind).isCloseTo(result.performance().maxDrawdown(), within(1e-12));
            assertThat(found.steps().stream().flatMap(step -> step.fills().stream())).as(kind).containsExactlyElementsOf(result.fillLines());
            double units = 0;
            double cash = asked.startCash();
            for (Step step : found.steps()) {
                for (FillLine fill : step.fills()) {
                    units += fill.units();
                    cash -= fill.units() * fill.price() + fill.fee();
                }
                String what = kind + ", bar " + step.bar();
                assertThat(step.units()).as(what).isCloseTo(units, within(1e-6));
                assertThat(step.cash()).as(what).isCloseTo(cash, within(asked.making() == null ? 0.02 * (1 + result.fills().size()) : 50));
                assertThat(step.equity()).as(what).isEqualTo(result.equity()[step.bar()]);
                assertThat(step.cash() + step.units() * bars.close(step.bar())).as(what).isCloseTo(step.equity(), within(1e-6));
                assertThat((int) Math.signum(step.units())).as(what).isEqualTo(result.held()[step.bar()]);
            }
        });
    }

    @Test
    void whatComesLaterChangesNoStep() {
        kinds().forEach((kind, asked) -> {
            for (long seed = 1; seed <= 2; seed++) {
                Bars bars = Walk.gapped(seed, BARS);
                Playback whole = Playback.of(asked, Traded.share(bars, DOLLAR));
                for (int cut = 2; cut <= BARS; cut += 53) {
                    String what = kind + ", seed " + seed + ", cut at " + cut;
                    Playback part = Playback.of(asked, Traded.share(bars.slice(0, cut), DOLLAR));
                    assertThat(part.steps()).as(what).isEqualTo(whole.steps().subList(0, cut));
                    assertThat(part.sights()).as(what).extracting(Sight::text).isEqualTo(whole.sights().stream().map(Sight::text).toList());
                    for (int at = 0; at < part.sights().size(); at++) {
                        assertThat(part.sights().get(at).values()).as(what + ", " + part.sights().get(at).text())
                                .containsExactly(Arrays.copyOf(whole.sights().get(at).values(), cut));
                    }
                }
            }
        });
    }

    @Test
    void ordersAreThoseOfTheResultWithWhatWasKnownOfThem() {
        Bars bars = Walk.gapped(5, BARS);
        Playback found = Playback.of(kinds().get("crossover by orders"), Traded.share(bars, DOLLAR));
        boolean trailed = false;
        boolean unknown = false;
        for (Step step : found.steps()) {
            assertThat(step.standing()).as("bar " + step.bar()).extracting(OrderLine::number).isEqualTo(found.result().orders().stream()
                    .filter(order -> order.given() <= step.bar() && (order.ended() < 0 || order.ended() > step.bar())).map(OrderLine::number).toList());
            for (OrderLine order : step.standing()) {
                OrderLine end = found.result().orders().get(order.number() - 1);
                trailed |= order.kind() == OrderKind.TRAILING && order.stop() != end.stop();
                unknown |= order.units() == 0 && end.units() > 0;
            }
        }
        assertThat(trailed).as("a trailing stop was once elsewhere").isTrue();
        assertThat(unknown).as("what all the money buys was once not known").isTrue();
    }

    @Test
    void decisionsBecomeTheOrdersThatAreFilledAtTheNextOpen() {
        Playback found = Playback.of(kinds().get("crossover"), Traded.share(Walk.gapped(5, BARS), DOLLAR));
        for (int bar = 0; bar + 1 < BARS; bar++) {
            Step step = found.steps().get(bar);
            List<FillLine> next = found.steps().get(bar + 1).fills();
            assertThat(next).as("after bar " + bar).extracting(FillLine::order).isEqualTo(step.standing().stream().map(OrderLine::number).toList());
            assertThat(next).as("after bar " + bar).extracting(fill -> fill.units() > 0 ? 1 : -1).isEqualTo(step.standing().stream().map(OrderLine::side).toList());
        }
    }

    @Test
    void openProfitIsAgainstTheMeanEntry() {
        Holdings holdings = new Holdings();
        holdings.add(fill(10, 100));
        holdings.add(fill(30, 104));
        assertThat(holdings.profit(105)).isCloseTo(40 * (105 - 103), within(1e-9));
        holdings.add(fill(-20, 110));
        assertThat(holdings.profit(105)).as("a part that is sold changes no entry").isCloseTo(20 * (105 - 103), within(1e-9));
        holdings.add(fill(-50, 106));
        assertThat(holdings.profit(105)).as("turned").isCloseTo(30, within(1e-9));
        holdings.add(fill(30, 105));
        assertThat(holdings.units()).isZero();
        assertThat(holdings.profit(1)).isZero();
    }

    private static FillLine fill(double units, double price) {
        return new FillLine(1, 1, 0, units, price, 0, 0, null);
    }

    @Test
    void whatIsLearnedIsRefused() {
        assertThatThrownBy(() -> Playback.of(asked(BuiltIn.LEARNED.with(Map.of()), OrderPlan.MARKET), Traded.share(Walk.gapped(1, 10), DOLLAR))).hasMessageContaining("cannot be gone through");
    }

    @Test
    void tenThousandBarsTakeLessThanASecondOfOneProcessor() {
        Bars bars = Walk.gapped(1, 10_000);
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        kinds().forEach((kind, asked) -> {
            long begun = processor.getCurrentThreadCpuTime();
            Playback.of(asked, Traded.share(bars, DOLLAR)).result().hash();
            Duration took = Duration.ofNanos(processor.getCurrentThreadCpuTime() - begun);
            System.out.println("10,000 bars of " + kind + " in " + took.toMillis() + " ms");
            assertThat(took).as(kind).isLessThan(Duration.ofSeconds(1));
        });
    }
}
