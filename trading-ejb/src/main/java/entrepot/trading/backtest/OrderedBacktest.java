package entrepot.trading.backtest;

import entrepot.kernel.Money;
import entrepot.trading.broker.BrokerFill;
import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.broker.DecisionTrader;
import entrepot.trading.broker.Desk;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.broker.Series;
import entrepot.trading.broker.Simulation;
import entrepot.trading.broker.SimulationResult;
import entrepot.trading.broker.Slippage;
import entrepot.trading.broker.Trader;
import entrepot.trading.making.MakingRule;
import entrepot.trading.making.MarketMaker;
import entrepot.trading.market.Bars;
import entrepot.trading.order.Order;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.strategy.Strategy;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** One strategy, or a market that is made, over one series by orders at a simulated broker, in exact money. */
public final class OrderedBacktest {

    private final Series series;
    private final String words;
    private final Supplier<Trader> trader;
    private final Terms terms;
    private final BrokerTerms broker;
    private final double minor;

    /** @param terms all the money, fees as a share of value and an order, slippage; @param currency of the prices */
    public OrderedBacktest(Bars bars, Strategy strategy, Terms terms, OrderPlan plan, Execution execution, Currency currency) {
        this(Traded.share(bars, currency), strategy, terms, plan, execution);
    }

    /** As above, of anything. A future takes its margin, to be opened and to be held. */
    public OrderedBacktest(Traded traded, Strategy strategy, Terms terms, OrderPlan plan, Execution execution) {
        this(traded.series(), strategy.words() + " orders=(" + plan.words() + ")" + words(execution),
                () -> new DecisionTrader(strategy.on(traded.decided()), traded.bars(), plan, execution.validity()), traded.terms(terms),
                margined(traded.series().contract(), broker(terms.costs(), traded.currency()).under(execution)));
    }

    private OrderedBacktest(Series series, String words, Supplier<Trader> trader, Terms terms, BrokerTerms broker) {
        if (series.bars().size() < 2) {
            throw new IllegalArgumentException(series.bars().size() + " bars, must be 2 or more");
        }
        this.series = series;
        this.words = words;
        this.trader = trader;
        this.terms = terms;
        this.broker = broker;
        this.minor = Math.pow(10, series.contract().currency().getDefaultFractionDigits());
    }

    private static BrokerTerms margined(Contract contract, BrokerTerms broker) {
        return contract.margined() ? broker.margined(BrokerTerms.WHOLE, BrokerTerms.WHOLE) : broker;
    }

    /** Of a market maker, with margin and what borrowing costs by his rule. @param late bars by which each order and cancellation comes later */
    public static OrderedBacktest making(Bars bars, MakingRule rule, Terms terms, Execution execution, Currency currency, int late) {
        BrokerTerms broker = rule.charged(broker(terms.costs(), currency)).under(execution);
        return new OrderedBacktest(Traded.share(bars, currency).series(), rule.words() + words(execution), () -> new MarketMaker(rule, bars), terms,
                broker.late(broker.latency() + late));
    }

    /**
     * By orders where the plan, the market or what is traded asks for it, else as {@link Backtest} has it.
     *
     * @param goOn asked now and then with the bar it is at; @return null where it said no
     */
    public static BacktestResult run(Traded traded, Strategy strategy, Terms terms, OrderPlan plan, Execution execution, IntPredicate goOn) {
        return traded.isPlain() && plan.equals(OrderPlan.MARKET) && execution.isIdeal() ? new Backtest(traded.bars(), strategy, terms).run(goOn)
                : new OrderedBacktest(traded, strategy, terms, plan, execution).run(goOn);
    }

    private static String words(Execution execution) {
        return execution.isIdeal() ? "" : " execution=(" + execution.settings() + ")";
    }

    /** @param goOn asked now and then with the bar it is at; @return null where it said no */
    public BacktestResult run(IntPredicate goOn) {
        return run(trader.get(), goOn);
    }

    /** @param onlooker is told at each bar, after what was decided at its close, what stands as it is known then */
    public BacktestResult run(ObjIntConsumer<List<OrderLine>> onlooker) {
        return run(new Watched(trader.get(), onlooker), bar -> true);
    }

    private BacktestResult run(Trader by, IntPredicate goOn) {
        Money money = Money.rounded(BigDecimal.valueOf(terms.startCash()), series.contract().currency());
        SimulationResult found = new Simulation(List.of(series), broker, List.of(money)).run(by, goOn);
        return found == null ? null : result(found);
    }

    private record Watched(Trader trader, ObjIntConsumer<List<OrderLine>> onlooker) implements Trader {
        @Override
        public void onBar(Desk desk, int instrument, int bar) {
            trader.onBar(desk, instrument, bar);
            onlooker.accept(desk.standing(instrument).stream().map(OrderedBacktest::line).toList(), bar);
        }

        @Override
        public void onFill(Desk desk, BrokerFill fill) {
            trader.onFill(desk, fill);
        }
    }

    static BrokerTerms broker(Costs costs, Currency currency) {
        return BrokerTerms.of(costs.fees(currency), new Slippage.Share(costs.slippage()));
    }

    private BacktestResult result(SimulationResult found) {
        Bars bars = series.bars();
        int last = bars.size() - 1;
        List<FillLine> lines = found.fills().stream().map(this::line).toList();
        List<Fill> fills = lines.stream().map(line -> new Fill(line.bar(), line.units(), line.price(), line.fee())).toList();
        TradeList trades = new TradeList(series.contract().multiplier());
        fills.forEach(trades::add);
        double[] equity = Arrays.stream(found.worth(0)).map(worth -> worth / minor).toArray();
        int[] held = Arrays.stream(found.held(0)).mapToInt(Long::signum).toArray();
        return new BacktestResult(bars, words, terms, fills, trades.upTo(last, bars.close(last)), equity, held,
                found.portfolio().cash(series.contract().currency()).decimal().doubleValue(), found.orders().stream().map(OrderedBacktest::line).toList(), lines);
    }

    private FillLine line(BrokerFill fill) {
        return new FillLine(fill.number(), fill.order(), fill.bar(), Exact.decimal(fill.units(), Exact.UNIT), Exact.decimal(fill.price(), Exact.PRICE),
                Exact.decimal(fill.slippage(), Exact.PRICE), fill.fee() / minor, fill.rule());
    }

    static OrderLine line(Order order) {
        return new OrderLine(order.id(), order.parent() == null ? 0 : order.parent().id(), order.given(), order.ticket().kind(), order.ticket().side(),
                order.ticket().validity(), Exact.decimal(order.units(), Exact.UNIT), priced(order.ticket().kind().limited(), order.limit()),
                priced(order.ticket().kind().stopped(), order.stop()), order.state(), order.reason(), Exact.decimal(order.filled(), Exact.UNIT), order.ended());
    }

    private static double priced(boolean has, long price) {
        return has ? Exact.decimal(price, Exact.PRICE) : Double.NaN;
    }
}
