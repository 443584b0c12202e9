package entrepot.trading.sweep.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Pair;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.NamedRule;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Mean;
import entrepot.trading.making.MakingRule;
import entrepot.trading.market.BarPlan;
import entrepot.trading.pair.PairRule;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Configured;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Search;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.Windows;
import java.time.LocalDate;
import java.util.List;

/**
 * A sweep as its row says, in plain fields: of a crossover {@code mean} to {@code reading}, of a rule {@code entry} to
 * {@code parameters}, of another built-in strategy {@code builtIn} and {@code settings}, of market making {@code making}, of a pair
 * {@code pair}, of a portfolio {@code basket}, without {@code symbol}.
 *
 * @param orders null where all is bought and sold at the next open
 * @param bars   null for the days as they are
 */
record SweepAsked(String symbol, String from, String to, boolean adjusted, Mean mean, Integer fast, Integer slow, Side side, Reading reading,
        String entry, String exit, String shortEntry, String shortExit, String parameters, String saved, double startCash, double feeRate, double perOrder,
        double slippage, List<Axis> axes, int draws, long seed, String split, Windows walk, BuiltIn builtIn, String settings,
        Double volatilityTarget, Double kelly, String making, Basket basket, Legs pair, OrderPlan orders, String bars) {

    /** A portfolio. @param settings of its rule */
    record Basket(List<String> symbols, RuleKind rule, String settings, String plan) {}

    /** A pair. @param settings of its rule */
    record Legs(String other, String settings) {
        static Legs of(Pair asked) {
            return asked == null ? null : new Legs(asked.other(), asked.rule().settings());
        }

        Pair pair() {
            return new Pair(other, PairRule.read(settings));
        }
    }

    static SweepAsked of(Sweep sweep) {
        return sweep.basket() == null ? of(sweep, sweep.base()) : of(sweep, sweep.basket());
    }

    private static SweepAsked of(Sweep sweep, BasketExperiment asked) {
        Basket basket = new Basket(asked.symbols(), asked.rule().kind(), asked.rule().settings(), asked.plan().settings());
        return new SweepAsked(null, text(asked.fromDay()), text(asked.toDay()), true, null, null, null, null, null, null, null, null, null, null, null,
                asked.startCash(), asked.feeRate(), asked.perOrder(), asked.slippage(), sweep.axes(), sweep.search().draws(), sweep.search().seed(),
                text(sweep.split()), sweep.walk(), null, null, null, null, null, basket, null, null, null);
    }

    private static SweepAsked of(Sweep sweep, Experiment base) {
        Crossover cross = base.crossover();
        RuleStrategy rule = base.rule();
        Configured ready = base.configured();
        boolean crosses = cross != null;
        boolean rules = rule != null;
        return new SweepAsked(base.symbol(), text(base.fromDay()), text(base.toDay()), base.adjusted(), crosses ? cross.mean() : null,
                crosses ? cross.fast() : null, crosses ? cross.slow() : null, crosses ? cross.side() : null, crosses ? cross.reading() : null,
                rules ? rule.entry() : null, rules ? rule.exit() : null, rules ? rule.shortEntry() : null,
                rules ? rule.shortExit() : null, rules ? rule.variables().words() : null, base.saved(), base.startCash(), base.feeRate(),
                base.perOrder(), base.slippage(), sweep.axes(), sweep.search().draws(), sweep.search().seed(), text(sweep.split()), sweep.walk(),
                ready == null ? null : ready.builtIn(), ready == null ? null : ready.settings(), base.volatilityTarget(), base.kelly(),
                base.making() == null ? null : base.making().settings(), null, Legs.of(base.pair()), base.orders().equals(OrderPlan.MARKET) ? null : base.orders(),
                base.bars().isDaily() ? null : base.bars().settings());
    }

    Sweep sweep() {
        return new Sweep(basket == null ? experiment() : null, basket == null ? null : portfolio(), axes, new Search(draws, seed), day(split), walk);
    }

    private Experiment experiment() {
        return new Experiment(symbol, day(from), day(to), adjusted, making == null && pair == null ? strategy() : null, startCash, feeRate, perOrder, slippage,
                orders == null ? OrderPlan.MARKET : orders, saved, volatilityTarget == null ? 0 : volatilityTarget, kelly == null ? 0 : kelly,
                pair == null ? null : pair.pair(), making == null ? null : MakingRule.read(making), Execution.IDEAL).over(BarPlan.read(bars));
    }

    private BasketExperiment portfolio() {
        return new BasketExperiment(basket.symbols(), day(from), day(to), new NamedRule(basket.rule(), basket.settings()), Plan.read(basket.plan()), startCash,
                feeRate, perOrder, slippage);
    }

    private Strategy strategy() {
        if (builtIn != null) {
            return Configured.read(builtIn, settings);
        }
        return mean != null ? new Crossover(mean, fast, slow, side, reading)
                : new RuleStrategy(entry, exit, shortEntry, shortExit, Variables.of(parameters));
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
