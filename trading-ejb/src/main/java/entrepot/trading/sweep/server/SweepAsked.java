package entrepot.trading.sweep.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Mean;
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
 * {@code parameters}, of another built-in strategy {@code builtIn} and {@code settings}.
 */
record SweepAsked(String symbol, String from, String to, boolean adjusted, Mean mean, Integer fast, Integer slow, Side side, Reading reading,
        String entry, String exit, String shortEntry, String shortExit, String parameters, String saved, double startCash, double feeRate, double perOrder,
        double slippage, List<Axis> axes, int draws, long seed, String split, Windows walk, BuiltIn builtIn, String settings) {

    static SweepAsked of(Sweep sweep) {
        Experiment base = sweep.base();
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
                ready == null ? null : ready.builtIn(), ready == null ? null : ready.settings());
    }

    Sweep sweep() {
        Experiment base = new Experiment(symbol, day(from), day(to), adjusted, strategy(), startCash, feeRate, perOrder, slippage, OrderPlan.MARKET, saved, 0);
        return new Sweep(base, axes, new Search(draws, seed), day(split), walk);
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
