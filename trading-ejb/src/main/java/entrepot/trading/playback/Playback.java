package entrepot.trading.playback;

import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Drawdown;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.FillLine;
import entrepot.trading.backtest.OrderLine;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.backtest.Traded;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Sight;
import entrepot.trading.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;

/**
 * All steps of a backtest of one instrument, by decisions, by orders, or of market making. A step is the same whether or not there are bars after it.
 *
 * @param sights what the strategy looked at, by bar; none of market making
 */
public record Playback(BacktestResult result, List<Sight> sights, List<Step> steps) {

    /** It is run anew for each look, and all its steps are in memory then. */
    public static final int MOST_BARS = 100_000;

    /** Whether an experiment can be gone through: of one instrument over bars, and not learned, which takes as long as learning took. */
    public static boolean mayBe(Experiment asked) {
        return asked.pair() == null && asked.replay() == null && asked.learned() == null;
    }

    /** @param traded two bars or more */
    public static Playback of(Experiment asked, Traded traded) {
        if (!mayBe(asked)) {
            throw new IllegalArgumentException(asked.words() + " cannot be gone through bar by bar");
        }
        Bars bars = traded.bars();
        boolean settled = traded.series().contract().margined();
        if (asked.making() != null) {
            return ordered(OrderedBacktest.making(bars, asked.making(), asked.terms(), asked.execution(), traded.currency(), 0), null, List.of(), settled);
        }
        Strategy strategy = asked.sized();
        Decisions decisions = strategy.on(traded.decided());
        List<Sight> sights = sights(strategy, traded);
        if (traded.isPlain() && asked.orders().equals(OrderPlan.MARKET) && asked.execution().isIdeal()) {
            BacktestResult found = new Backtest(bars, strategy, asked.terms()).run();
            return new Playback(found, sights, new Walk(found, decisions, null, settled).steps());
        }
        return ordered(new OrderedBacktest(traded, strategy, asked.terms(), asked.orders(), asked.execution()), decisions, sights, settled);
    }

    /** What is read of joined prices is on another scale than the prices that are traded. */
    private static List<Sight> sights(Strategy strategy, Traded traded) {
        List<Sight> sights = strategy.sights(traded.decided());
        if (!traded.isJoined()) {
            return sights;
        }
        List<Sight> all = new ArrayList<>(List.of(new Sight(null, "close, contracts joined", 0, Sight.Kind.NUMBER, traded.decided().closes())));
        sights.forEach(sight -> all.add(sight.kind() == Sight.Kind.PRICE ? new Sight(sight.rule(), sight.text(), sight.depth(), Sight.Kind.NUMBER, sight.values()) : sight));
        return all;
    }

    private static Playback ordered(OrderedBacktest backtest, Decisions decisions, List<Sight> sights, boolean settled) {
        List<List<OrderLine>> standing = new ArrayList<>();
        BacktestResult found = backtest.run((orders, bar) -> standing.add(orders));
        return new Playback(found, sights, new Walk(found, decisions, standing, settled).steps());
    }

    /**
     * @param decisions null of market making
     * @param standing  by bar, null where orders are those that decisions make at the next open
     * @param settled   whether a position costs nothing and its gain is cash at each close, as that of a future
     */
    private record Walk(BacktestResult found, Decisions decisions, List<List<OrderLine>> standing, boolean settled) {

        private List<Step> steps() {
            double[] equity = found.equity();
            double[] drawdown = Drawdown.curve(found.terms().startCash(), equity);
            int[] wanted = decisions == null ? null : decisions.targets();
            Holdings holdings = new Holdings();
            List<FillLine> fills = found.fillLines();
            List<Step> steps = new ArrayList<>(equity.length);
            int next = 0;
            for (int bar = 0; bar < equity.length; bar++) {
                int first = next;
                while (next < fills.size() && fills.get(next).bar() == bar) {
                    holdings.add(fills.get(next++));
                }
                Step.Decision decision = wanted == null ? null
                        : new Step.Decision(wanted[bar], wanted[bar] != (bar == 0 ? 0 : wanted[bar - 1]), decisions.share(bar));
                double close = found.bars().close(bar);
                steps.add(new Step(bar, decision, standing == null ? given(decision, bar, holdings.units(), next) : standing.get(bar),
                        List.copyOf(fills.subList(first, next)), holdings.units(), equity[bar] - (settled ? 0 : holdings.units() * close), equity[bar], drawdown[bar],
                        found.terms().multiplier() * holdings.profit(close)));
            }
            return steps;
        }

        /** Each order is filled whole at the next open, so their numbers go on from the fills. */
        private static List<OrderLine> given(Step.Decision decision, int bar, double held, int filled) {
            List<OrderLine> orders = new ArrayList<>();
            if (decision.changed() && held != 0) {
                orders.add(market(filled + 1, bar, held > 0 ? -1 : 1, Math.abs(held)));
            }
            if (decision.changed() && decision.wanted() != 0) {
                orders.add(market(filled + orders.size() + 1, bar, decision.wanted(), 0));
            }
            return orders;
        }

        private static OrderLine market(int number, int bar, int side, double units) {
            return new OrderLine(number, 0, bar, OrderKind.MARKET, side, Validity.GTC, units, Double.NaN, Double.NaN, OrderState.NEW, OrderReason.NONE, 0, -1);
        }
    }
}
