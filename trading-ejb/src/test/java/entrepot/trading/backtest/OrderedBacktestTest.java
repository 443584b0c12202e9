package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.FillRule;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** A backtest by orders is a backtest: with market orders alone it finds what the one without orders does. */
class OrderedBacktestTest {

    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final Terms TERMS = Terms.allIn(1e10, new Costs(0.001, FeeBasis.VALUE, 0, 2, 0.0005));

    private static BacktestResult ordered(Bars bars, Strategy strategy, OrderPlan plan) {
        return new OrderedBacktest(bars, strategy, TERMS, plan, Execution.IDEAL, DOLLAR).run(bar -> true);
    }

    @Test
    void marketOrdersFindTheSameFiguresTradesOrdersAndFills() {
        for (long seed = 1; seed <= 8; seed++) {
            Bars bars = Walk.gapped(seed, 500);
            for (Side side : Side.values()) {
                Strategy strategy = Crossover.simple(4, 11).with(side);
                BacktestResult plain = new Backtest(bars, strategy, TERMS).run();
                BacktestResult found = ordered(bars, strategy, OrderPlan.MARKET);
                String what = side + ", seed " + seed;
                assertThat(found.trades()).as(what).hasSameSizeAs(plain.trades()).isNotEmpty();
                for (int at = 0; at < found.trades().size(); at++) {
                    Trade one = found.trades().get(at);
                    Trade other = plain.trades().get(at);
                    assertThat(one.side()).as(what).isEqualTo(other.side());
                    assertThat(one.entry()).as(what).isEqualTo(other.entry());
                    assertThat(one.exit()).as(what).isEqualTo(other.exit());
                    assertThat(one.open()).as(what).isEqualTo(other.open());
                    assertThat(one.entryPrice()).as(what).isCloseTo(other.entryPrice(), within(1e-8));
                    assertThat(one.exitPrice()).as(what).isCloseTo(other.exitPrice(), within(1e-8));
                    assertThat(one.profit()).as(what).isCloseTo(other.profit(), within(10.0));
                }
                assertThat(found.held()).as(what).isEqualTo(plain.held());
                assertThat(found.performance().totalReturn()).as(what).isCloseTo(plain.performance().totalReturn(), within(1e-8));
                assertThat(found.performance().fees()).as(what).isCloseTo(plain.performance().fees(), within(1e-8 * plain.performance().fees()));
                assertThat(found.fillLines()).as(what).extracting(FillLine::bar).isEqualTo(plain.fillLines().stream().map(FillLine::bar).toList());
                assertThat(found.orders().stream().filter(order -> order.filled() > 0)).as(what).extracting(OrderLine::given)
                        .isEqualTo(plain.orders().stream().map(OrderLine::given).toList());
            }
        }
    }

    @Test
    void whatAStopTookIsATradeAndTheOrdersSayWhy() {
        Bars bars = Walk.of(new double[] {10, 10, 10, 10, 10}, new double[] {10, 10, 8, 12, 12});
        BacktestResult found = ordered(bars, new BuyAndHold(), new OrderPlan(0, 0, 100_000_000, 500_000_000, 0));
        assertThat(found.trades()).hasSize(1);
        assertThat(found.trades().get(0).open()).isFalse();
        assertThat(found.trades().get(0).exit()).isEqualTo(2);
        assertThat(found.trades().get(0).profit()).isCloseTo(found.endValue() - 1e10, within(0.01));
        assertThat(found.fillLines()).extracting(FillLine::rule).containsExactly(FillRule.MARKET_AT_OPEN, FillRule.STOP_REACHED);
        assertThat(found.orders()).extracting(OrderLine::state).containsExactly(OrderState.FILLED, OrderState.FILLED, OrderState.CANCELLED);
        assertThat(found.orders()).extracting(OrderLine::parent).containsExactly(0, 1, 1);
        assertThat(found.orders().get(2).reason()).isEqualTo(OrderReason.OTHER_FILLED);
        assertThat(found.strategy()).contains("stop=100000000");
    }

    @Test
    void theSameQuestionHasTheSameHashAndAnotherPlanAnother() {
        Bars bars = Walk.gapped(3, 400);
        OrderPlan plan = new OrderPlan(0, 200_000, 1_000_000, 0, 2_000_000);
        String hash = ordered(bars, Crossover.simple(4, 11), plan).hash();
        assertThat(ordered(bars, Crossover.simple(4, 11), plan).hash()).isEqualTo(hash);
        assertThat(ordered(bars, Crossover.simple(4, 11), OrderPlan.MARKET).hash()).isNotEqualTo(hash);
    }

    @Test
    void aRunThatIsStoppedIsNoResult() {
        assertThat(new OrderedBacktest(Walk.gapped(3, 40), new BuyAndHold(), TERMS, OrderPlan.MARKET, Execution.IDEAL, DOLLAR).run(bar -> false)).isNull();
    }
}
