package entrepot.web.api;

import entrepot.platform.job.Job;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.server.BacktestEvidence;
import entrepot.trading.backtest.server.BacktestFigures;
import entrepot.trading.backtest.server.BacktestView;
import entrepot.trading.backtest.server.Filled;
import entrepot.trading.backtest.server.QuotedBars;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.indicator.Mean;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.making.MakingRule;
import entrepot.trading.pair.PairRule;
import entrepot.trading.replay.ParentOrder;
import entrepot.trading.replay.ReplayPlan;
import entrepot.trading.strategy.Configured;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Side;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Sweep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A backtest as clients see it. Figures are decimals in strings; one that the bars cannot say is absent.
 *
 * @param result absent until the job is through
 */
record BacktestAnswer(UUID id, Asked asked, Job.Status status, int percent, String failure, LocalDateTime createdAt, String createdBy,
        Result result, Map<String, String> links) {

    /**
     * @param strategy CROSSOVER, which has {@code mean} to {@code reading}, RULE, which has {@code entry} to {@code parameters}, or another
     *                 built-in one, which has {@code settings}, MARKET_MAKING, PARENT_ORDER, or PAIR, which has {@code other} too
     * @param saved    name and version of the saved strategy that the rules are of
     * @param execution those parameters that say something; absent where everything that is ordered is had at once
     * @param replay   the recorded market that was traded in; absent over bars
     * @param every    how long a bar is; absent in a recorded market
     * @param of       trades, of which bars are made; absent of bars
     * @param seed     "none" where nothing is drawn by lot
     */
    record Asked(String instrument, String other, LocalDate from, LocalDate to, boolean raw, BacktestBody.Kind strategy, Mean mean, Integer fast,
            Integer slow, Side side, Reading reading, String entry, String exit, String shortEntry, String shortExit, String parameters, String saved,
            Map<String, String> settings, BigDecimal volatilityTarget, BigDecimal kelly, BigDecimal startCash, BigDecimal feeRate,
            BigDecimal feePerOrder, BigDecimal slippage, Map<String, String> execution, Map<String, String> replay, BacktestBody.EnterBy enterBy, BigDecimal limitOffset, BigDecimal stopLoss, BigDecimal takeProfit,
            BigDecimal trailingStop, String every, String zone, String of, String seed) {
        static Asked of(Experiment asked) {
            Optional<Crossover> cross = Optional.ofNullable(asked.crossover());
            Optional<RuleStrategy> rule = Optional.ofNullable(asked.rule());
            return new Asked(asked.symbol(), asked.pair() == null ? null : asked.pair().other(), asked.fromDay(), asked.toDay(), !asked.adjusted(), BacktestBody.Kind.of(asked),
                    cross.map(Crossover::mean).orElse(null), cross.map(Crossover::fast).orElse(null), cross.map(Crossover::slow).orElse(null),
                    cross.map(Crossover::side).orElse(null), cross.map(Crossover::reading).orElse(null), rule.map(RuleStrategy::entry).orElse(null),
                    rule.map(RuleStrategy::exit).orElse(null), rule.map(RuleStrategy::shortEntry).orElse(null),
                    rule.map(RuleStrategy::shortExit).orElse(null), rule.map(one -> one.variables().words()).orElse(null), asked.saved(),
                    settings(asked), asked.volatilityTarget() == 0 ? null : decimal(asked.volatilityTarget()), asked.kelly() == 0 ? null : decimal(asked.kelly()),
                    decimal(asked.startCash()), decimal(asked.feeRate()), decimal(asked.perOrder()), decimal(asked.slippage()), execution(asked.execution()), replay(asked.replay()), by(asked.orders()),
                    share(asked.orders().offset()), share(asked.orders().stop()), share(asked.orders().profit()), share(asked.orders().trailing()),
                    asked.replay() == null ? asked.bars().every().toString() : null, asked.bars().zone() == null ? null : asked.bars().zone().getId(),
                    asked.bars().trades() ? "trades" : null, seed(asked));
        }

        /** Of a sweep, without what it has on its axes. */
        static Asked of(Sweep sweep) {
            return of(sweep.base()).without(sweep.axes().stream().map(Axis::name).toList());
        }

        private Asked without(List<String> tried) {
            Map<String, String> untried = settings == null ? null : new LinkedHashMap<>(settings);
            if (untried != null) {
                untried.keySet().removeAll(tried);
            }
            return new Asked(instrument, other, from, to, raw, strategy, mean, null, null, side, reading, entry, exit, shortEntry, shortExit, parameters, saved,
                    untried, volatilityTarget, kelly, startCash, feeRate, feePerOrder, slippage, null, null, limitOffset == null ? null : enterBy, limitOffset, stopLoss, takeProfit, trailingStop, every, zone, of, null);
        }

        private static Map<String, String> execution(Execution asked) {
            return asked.isIdeal() ? null : named(Execution.PARAMETERS.stream().filter(asked::has).toList(), asked::value);
        }

        private static Map<String, String> replay(ReplayPlan asked) {
            return asked == null ? null : named(ReplayPlan.PARAMETERS, asked::value);
        }

        private static Map<String, String> named(List<Parameter> parameters, Function<Parameter, String> value) {
            Map<String, String> settings = new LinkedHashMap<>();
            parameters.forEach(one -> settings.put(one.name(), value.apply(one)));
            return settings;
        }

        private static String seed(Experiment asked) {
            return asked.learned() == null ? "none" : Long.toString(asked.learned().seed());
        }

        private static Map<String, String> settings(Experiment asked) {
            if (asked.pair() != null) {
                return named(PairRule.PARAMETERS, asked.pair().rule()::value);
            }
            if (asked.making() != null) {
                return named(MakingRule.PARAMETERS, asked.making()::value);
            }
            if (asked.parent() != null) {
                return named(ParentOrder.PARAMETERS, asked.parent()::value);
            }
            Configured configured = asked.configured();
            return configured == null ? null : named(configured.builtIn().parameters(), configured::value);
        }
    }

    private static BacktestBody.EnterBy by(OrderPlan plan) {
        return plan.offset() > 0 ? BacktestBody.EnterBy.LIMIT : BacktestBody.EnterBy.MARKET;
    }

    /** Null for none. */
    private static BigDecimal share(long billionths) {
        return billionths == 0 ? null : BigDecimal.valueOf(billionths, 9).stripTrailingZeros();
    }

    /**
     * @param dataHash SHA-256 of the bars: the version of the data
     * @param evidence absent where the backtest was run before there was any; then there is no Sharpe ratio either
     * @param quoted   of market making: in how many bars quotes were filled, and in how many on both sides
     * @param filled   of one instrument: how many orders there were, how many were filled whole and in part, and what slippage cost
     * @param flow     of a recorded market; {@code parent} of a parent order there
     * @param borrow   of a pair: paid on shorts and on owed money; {@code liquidations}, trades closed for want of margin
     */
    record Result(String currency, int bars, Instant firstBar, Instant lastBar, String dataHash, String resultHash, BigDecimal endValue,
            Figures strategy, BigDecimal buyAndHoldEndValue, Figures buyAndHold, EvidenceAnswer evidence, QuotedBars quoted, FilledAnswer filled,
            FlowAnswer flow, FlowAnswer.Parent parent, BigDecimal borrow, Integer liquidations,
            List<Year> years) {
        static Result of(BacktestView view) {
            BacktestFigures found = view.result();
            BacktestEvidence evidence = view.evidence();
            double known = evidence == null ? Double.NaN : evidence.found().probabilistic();
            double knownOfHold = evidence == null ? Double.NaN : evidence.holdProbabilistic();
            return new Result(found.currency(), found.bars(), Instant.ofEpochMilli(found.firstTime()),
                    Instant.ofEpochMilli(found.lastTime()), found.dataHash(), found.resultHash(), decimal(found.endValue()),
                    Figures.of(found.performance(), known), decimal(found.holdValue()), Figures.of(found.hold(), knownOfHold),
                    evidence == null ? null : EvidenceAnswer.of(evidence, found.performance()), view.quoted(), FilledAnswer.of(view.filled()),
                    FlowAnswer.of(found.flow()), FlowAnswer.Parent.of(found.parent()),
                    found.carried() == null ? null : decimal(found.carried().borrow()), found.carried() == null ? null : found.carried().liquidations(),
                    found.years().stream().map(Year::of).toList());
        }
    }

    record FilledAnswer(int orders, int whole, int partly, BigDecimal slippage) {
        static FilledAnswer of(Filled found) {
            return found == null ? null : new FilledAnswer(found.orders(), found.whole(), found.partly(), decimal(found.slippage()));
        }
    }

    /** @param probabilisticSharpe probability that the Sharpe ratio is above 0; the ratio is never there without it */
    record Figures(BigDecimal totalReturn, BigDecimal annualReturn, BigDecimal volatility, BigDecimal sharpe,
            BigDecimal probabilisticSharpe, BigDecimal maxDrawdown, BigDecimal realisedDrawdown, BigDecimal exposure, int closedTrades, BigDecimal winners, BigDecimal systemQuality,
            BigDecimal fees, BigDecimal barsPerYear) {
        static Figures of(Performance found, double probabilistic) {
            return new Figures(decimal(found.totalReturn()), decimal(found.annualReturn()), decimal(found.volatility()),
                    Double.isNaN(probabilistic) ? null : decimal(found.sharpe()), decimal(probabilistic), decimal(found.maxDrawdown()), decimal(found.realisedDrawdown()), decimal(found.exposure()),
                    found.closedTrades(), decimal(found.winners()), decimal(found.quality()), decimal(found.fees()),
                    decimal(found.barsPerYear()));
        }
    }

    record Year(int year, BigDecimal strategy, BigDecimal buyAndHold) {
        static Year of(BacktestFigures.Year year) {
            return new Year(year.year(), decimal(year.strategy()), decimal(year.hold()));
        }
    }

    static BacktestAnswer of(BacktestView view) {
        String self = "/api/v1/backtests/" + view.id();
        return new BacktestAnswer(view.id(), Asked.of(view.experiment()), view.job().status(), view.job().percent(), view.job().failure(),
                view.createdAt(), view.createdBy(), view.result() == null ? null : Result.of(view),
                Map.of("self", self, "learning", self + "/learning", "legs", self + "/legs", "spread", self + "/spread", "job", "/api/v1/jobs/" + view.job().id(), "trades", self + "/trades",
                        "orders", self + "/orders", "fills", self + "/fills", "tearSheet", "/api/v1/tearsheets/" + view.id(), "equity", self + "/equity"));
    }

    /** The shortest decimal that is this number, or null for none. */
    static BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(Double.toString(value)).stripTrailingZeros() : null;
    }
}
