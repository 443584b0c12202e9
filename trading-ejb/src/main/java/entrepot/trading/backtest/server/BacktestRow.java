package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Pair;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Mean;
import entrepot.trading.making.MakingRule;
import entrepot.trading.market.BarPlan;
import entrepot.trading.pair.PairRule;
import entrepot.trading.replay.ParentOrder;
import entrepot.trading.replay.ReplayPlan;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Configured;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A backtest as its row says: of a crossover {@code mean} to {@code reading}, of a rule {@code entry} to {@code parameters}, of another
 * {@code builtIn}, of a pair, of market {@code making} or of a {@code parent} order {@code settings}.
 */
record BacktestRow(long number, UUID id, String symbol, String other, LocalDate fromDay, LocalDate toDay, boolean adjusted, Mean mean, Integer fast,
        Integer slow, Side side, Reading reading, String entry, String exit, String shortEntry, String shortExit, String parameters,
        String saved, BuiltIn builtIn, boolean making, boolean parent, String settings, double volatilityTarget, double kelly, double startCash, double feeRate,
        double perOrder, double slippage, String execution, String replay, long entryOffset, long stopLoss, long takeProfit, long trailingStop, String bars, long jobId, LocalDateTime createdAt, String createdBy) {

    static BacktestRow of(long number, UUID id, Experiment asked, long job, LocalDateTime at, String actor) {
        Crossover cross = asked.crossover();
        RuleStrategy rule = asked.rule();
        Configured configured = asked.configured();
        boolean crosses = cross != null;
        boolean ruled = rule != null;
        return new BacktestRow(number, id, asked.symbol(), asked.pair() == null ? null : asked.pair().other(), asked.fromDay(), asked.toDay(),
                asked.adjusted(), crosses ? cross.mean() : null,
                crosses ? cross.fast() : null, crosses ? cross.slow() : null, crosses ? cross.side() : null,
                crosses ? cross.reading() : null, ruled ? rule.entry() : null, ruled ? rule.exit() : null,
                ruled ? rule.shortEntry() : null, ruled ? rule.shortExit() : null, ruled ? rule.variables().words() : null,
                asked.saved(), configured == null ? null : configured.builtIn(), asked.making() != null, asked.parent() != null, settings(asked),
                asked.volatilityTarget(), asked.kelly(), asked.startCash(), asked.feeRate(), asked.perOrder(), asked.slippage(),
                asked.execution().isIdeal() ? null : asked.execution().settings(), asked.replay() == null ? null : asked.replay().settings(),
                asked.orders().offset(), asked.orders().stop(), asked.orders().profit(), asked.orders().trailing(),
                asked.bars().isDaily() ? null : asked.bars().settings(), job, at, actor);
    }

    Experiment experiment() {
        return new Experiment(symbol, fromDay, toDay, adjusted, strategy(), startCash, feeRate, perOrder, slippage,
                new OrderPlan(0, entryOffset, stopLoss, takeProfit, trailingStop), saved, volatilityTarget, kelly,
                other == null ? null : new Pair(other, PairRule.read(settings)), making ? MakingRule.read(settings) : null,
                execution == null ? Execution.IDEAL : Execution.read(execution), replay == null ? null : ReplayPlan.read(replay),
                parent ? ParentOrder.read(settings) : null, BarPlan.read(bars));
    }

    private static String settings(Experiment asked) {
        if (asked.making() != null) {
            return asked.making().settings();
        }
        if (asked.parent() != null) {
            return asked.parent().settings();
        }
        return asked.pair() != null ? asked.pair().rule().settings() : asked.configured() == null ? null : asked.configured().settings();
    }

    private Strategy strategy() {
        if (other != null || making || parent) {
            return null;
        }
        if (builtIn != null) {
            return Configured.read(builtIn, settings);
        }
        return mean != null ? new Crossover(mean, fast, slow, side, reading)
                : new RuleStrategy(entry, exit, shortEntry, shortExit, Variables.of(parameters));
    }
}
