package entrepot.trading.backtest;

import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.making.MakingRule;
import entrepot.trading.market.BarPlan;
import entrepot.trading.replay.ParentOrder;
import entrepot.trading.replay.ReplayPlan;
import entrepot.trading.strategy.Configured;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.KellyShare;
import entrepot.trading.strategy.Learned;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Strategy;
import entrepot.trading.strategy.Tunable;
import entrepot.trading.strategy.VolatilityTarget;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person asks: would this strategy have worked on that series, for this money and these costs? What is drawn by
 * lot, in a strategy that is learned, is drawn by the seed among its settings.
 *
 * @param fromDay  first day of bars, or null for all
 * @param toDay    last one, or null for all
 * @param adjusted whether splits and dividends known on the last day are worked into the prices
 * @param strategy a {@link Crossover}, a {@link RuleStrategy} or another that is {@link Configured}
 * @param feeRate  share of the value traded, a side
 * @param perOrder fee for each order filled
 * @param slippage share of the price
 * @param orders   how its decisions become orders
 * @param saved    name and version of the saved strategy that it comes from, or null
 * @param pair     the second instrument and when both are traded, or null; then there is no other strategy
 * @param volatilityTarget what positions are sized by, a share a year; 0 for none
 * @param kelly    the fraction of Kelly's share that positions are sized by; 0 for none. Where neither is, all the money
 * @param making   how a market is made, or null; then there is no other strategy either
 * @param execution how hard the market is on orders; ideal for a pair, and where positions are sized otherwise than by all the money
 * @param replay   the recorded market that is traded in, or null for the bars; then the days are those on which something is decided, and neither
 *                 slippage nor margin is counted
 * @param parent   so much to be bought or sold there, or null; else a market is made
 * @param bars     which bars; the days as they are in a recorded market, which has its own, and of what is learned
 */
public record Experiment(String symbol, LocalDate fromDay, LocalDate toDay, boolean adjusted, Strategy strategy, double startCash,
        double feeRate, double perOrder, double slippage, OrderPlan orders, String saved, double volatilityTarget, double kelly, Pair pair,
        MakingRule making, Execution execution, ReplayPlan replay, ParentOrder parent, BarPlan bars) {

    /** Over days, or in a recorded market. */
    public Experiment(String symbol, LocalDate fromDay, LocalDate toDay, boolean adjusted, Strategy strategy, double startCash,
            double feeRate, double perOrder, double slippage, OrderPlan orders, String saved, double volatilityTarget, double kelly, Pair pair,
            MakingRule making, Execution execution, ReplayPlan replay, ParentOrder parent) {
        this(symbol, fromDay, toDay, adjusted, strategy, startCash, feeRate, perOrder, slippage, orders, saved, volatilityTarget, kelly, pair, making, execution,
                replay, parent, BarPlan.DAILY);
    }

    /** Over days. */
    public Experiment(String symbol, LocalDate fromDay, LocalDate toDay, boolean adjusted, Strategy strategy, double startCash,
            double feeRate, double perOrder, double slippage, OrderPlan orders, String saved, double volatilityTarget, double kelly, Pair pair,
            MakingRule making, Execution execution) {
        this(symbol, fromDay, toDay, adjusted, strategy, startCash, feeRate, perOrder, slippage, orders, saved, volatilityTarget, kelly, pair, making, execution,
                null, null);
    }

    /** Of one instrument, without Kelly, in an ideal market. */
    public Experiment(String symbol, LocalDate fromDay, LocalDate toDay, boolean adjusted, Strategy strategy, double startCash,
            double feeRate, double perOrder, double slippage, OrderPlan orders, String saved, double volatilityTarget) {
        this(symbol, fromDay, toDay, adjusted, strategy, startCash, feeRate, perOrder, slippage, orders, saved, volatilityTarget, 0, null, null, Execution.IDEAL);
    }

    public Experiment {
        if ((pair != null || making != null || parent != null) && (strategy != null || volatilityTarget != 0 || kelly != 0 || !orders.equals(OrderPlan.MARKET))) {
            throw new IllegalArgumentException("a pair, market making and a parent order have rules and orders of their own, not " + strategy + " and " + orders);
        }
        if (pair != null && making != null) {
            throw new IllegalArgumentException("a pair with " + pair.other() + " is not made a market of");
        }
        if ((volatilityTarget != 0 || kelly != 0) && !(orders.equals(OrderPlan.MARKET) && execution.isIdeal())) {
            throw new IllegalArgumentException("volatilityTarget is " + volatilityTarget + ", kelly is " + kelly
                    + ", must be 0 with orders other than at the next open, and with " + execution);
        }
        if (pair != null && !execution.isIdeal()) {
            throw new IllegalArgumentException("a pair with " + pair.other() + " is traded in an ideal market, not with " + execution);
        }
        if (replay == null ? parent != null : (making == null) == (parent == null) || pair != null) {
            throw new IllegalArgumentException("in a recorded market either a market is made or a parent order is filled, and the latter nowhere else, not " + making + " and "
                    + parent + " with " + replay);
        }
        if (replay != null && (!execution.isIdeal() || slippage != 0 || making != null && making.charges())) {
            throw new IllegalArgumentException("a recorded market goes without execution, slippage, margin and borrowing, not " + execution + ", " + slippage + " and " + making);
        }
        if (!bars.isDaily() && (replay != null || strategy instanceof Configured ready && ready.learned() != null || pair != null && bars.trades())) {
            throw new IllegalArgumentException("bars are " + bars.settings() + ", must be " + BarPlan.DAILY.settings()
                    + " in a recorded market and of what is learned, and of no trades for a pair");
        }
        if (volatilityTarget != 0 && kelly != 0) {
            throw new IllegalArgumentException("volatilityTarget is " + volatilityTarget + " and kelly is " + kelly + ", one of them must be 0");
        }
    }

    /** The same by other orders. */
    public Experiment with(OrderPlan others) {
        return new Experiment(symbol, fromDay, toDay, adjusted, strategy, startCash, feeRate, perOrder, slippage, others, saved, volatilityTarget, kelly, pair, making,
                execution, replay, parent, bars);
    }

    /** The same over other bars. */
    public Experiment over(BarPlan others) {
        return new Experiment(symbol, fromDay, toDay, adjusted, strategy, startCash, feeRate, perOrder, slippage, orders, saved, volatilityTarget, kelly, pair, making,
                execution, replay, parent, others);
    }

    /** Whether what it says of bars needs their times beside their days. */
    public boolean isTimed() {
        return replay != null || bars.isTimed();
    }

    /** The strategy with the size of its positions. */
    public Strategy sized() {
        return sized(strategy);
    }

    /** Another strategy with the size of these positions. */
    public Strategy sized(Strategy other) {
        return kelly != 0 ? new KellyShare(other, kelly) : volatilityTarget != 0 ? new VolatilityTarget(other, volatilityTarget, !bars.isDaily()) : other;
    }

    /** Null of any other. */
    public Learned learned() {
        return configured() == null ? null : configured().learned();
    }

    /** Null of any other. */
    public Crossover crossover() {
        return strategy instanceof Crossover crossover ? crossover : null;
    }

    /** Null of any other. */
    public RuleStrategy rule() {
        return strategy instanceof RuleStrategy rule ? rule : null;
    }

    /** What its trials are counted under: the instrument, or both of a pair in the order of the alphabet. */
    public String tried() {
        return pair == null ? symbol : Stream.of(symbol, pair.other()).sorted().collect(Collectors.joining("/"));
    }

    /** In words, stable. */
    public String words() {
        if (replay != null) {
            return (parent == null ? making.words() : parent.words()) + " replay=(" + replay.settings() + ")";
        }
        return making != null ? making.words() : pair == null ? sized().words() : "pair " + symbol + " and " + pair.other() + " " + pair.rule().settings();
    }

    /** Which bars, after a blank; nothing of the days as they are. */
    public String barWords() {
        return bars.isDaily() ? "" : " " + bars.settings();
    }

    /** Null of a crossover, a pair and market making. */
    public Tunable tunable() {
        return strategy instanceof Tunable tunable ? tunable : null;
    }

    /** Null of a crossover and a rule. */
    public Configured configured() {
        return strategy instanceof Configured configured ? configured : null;
    }

    public Terms terms() {
        return parent != null ? Terms.units(startCash, parent.units(), costs()) : making == null ? allIn() : Terms.units(startCash, making.units(), costs());
    }

    /** All the money, of what stands beside it: buying and holding. */
    public Terms allIn() {
        return Terms.allIn(startCash, costs());
    }

    private Costs costs() {
        return new Costs(feeRate, FeeBasis.VALUE, 0, perOrder, slippage);
    }
}
