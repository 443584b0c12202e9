package entrepot.trading.backtest;

import entrepot.trading.broker.FillRule;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;
import java.util.ArrayList;
import java.util.List;

/** Everything a backtest found. The same bars, strategy and terms give the same result to the last bit. */
public final class BacktestResult {

    private final Bars bars;
    private final String strategy;
    private final Terms terms;
    private final List<Fill> fills;
    private final List<Trade> trades;
    private final double[] equity;
    private final int[] held;
    private final double freeCash;
    private final List<OrderLine> orders;
    private final List<FillLine> fillLines;

    BacktestResult(Bars bars, String strategy, Terms terms, List<Fill> fills, List<Trade> trades, double[] equity, int[] held, double freeCash,
            List<OrderLine> orders, List<FillLine> fillLines) {
        this.bars = bars;
        this.strategy = strategy;
        this.terms = terms;
        this.fills = List.copyOf(fills);
        this.trades = List.copyOf(trades);
        this.equity = equity;
        this.held = held;
        this.freeCash = freeCash;
        this.orders = List.copyOf(orders);
        this.fillLines = List.copyOf(fillLines);
    }

    /** Of a backtest that knows market orders at the next open only, each filled whole. */
    static BacktestResult of(Bars bars, String strategy, Terms terms, Account account, double[] equity, int[] held) {
        int last = bars.size() - 1;
        List<Trade> trades = new ArrayList<>(account.trades());
        if (account.holds()) {
            trades.add(account.unclosed(last, bars.close(last)));
        }
        List<OrderLine> orders = new ArrayList<>();
        List<FillLine> lines = new ArrayList<>();
        for (Fill fill : account.fills()) {
            int number = orders.size() + 1;
            double units = Math.abs(fill.units());
            orders.add(new OrderLine(number, 0, fill.bar() - 1, OrderKind.MARKET, fill.isBuy() ? 1 : -1, Validity.GTC, units, Double.NaN, Double.NaN,
                    OrderState.FILLED, OrderReason.NONE, units, fill.bar()));
            lines.add(new FillLine(number, number, fill.bar(), fill.units(), fill.price(), Math.abs(fill.price() - bars.open(fill.bar())), fill.fee(),
                    FillRule.MARKET_AT_OPEN));
        }
        return new BacktestResult(bars, strategy, terms, account.fills(), trades, equity, held, account.freeCash(bars.close(last)), orders, lines);
    }

    public Bars bars() {
        return bars;
    }

    public Terms terms() {
        return terms;
    }

    public List<Fill> fills() {
        return fills;
    }

    /** In the order of their entries; the last may still be open. */
    public List<Trade> trades() {
        return trades;
    }

    /** In the order in which they were given. */
    public List<OrderLine> orders() {
        return orders;
    }

    /** The fills again, each with its order and the rule that made it. */
    public List<FillLine> fillLines() {
        return fillLines;
    }

    public List<Trade> closedTrades() {
        return trades.stream().filter(trade -> !trade.open()).toList();
    }

    /** Bars at which trades were closed, one for each. */
    public int[] exits() {
        return trades.stream().filter(trade -> !trade.open()).mapToInt(Trade::exit).toArray();
    }

    /** What the account was worth at the close of each bar. */
    public double[] equity() {
        return equity.clone();
    }

    /** 1, 0 or -1 at the close of each bar. */
    public int[] held() {
        return held.clone();
    }

    public double endValue() {
        return equity[equity.length - 1];
    }

    /** Cash that no position and no margin ties up at the end. */
    public double freeCash() {
        return freeCash;
    }

    /** Strategy with its parameters, in words. */
    public String strategy() {
        return strategy;
    }

    /** Of every bar but the first; not a number from where the money is gone. */
    public double[] returns() {
        return Performance.returns(equity);
    }

    public Performance performance() {
        return Performance.of(this);
    }

    /** SHA-256 over bars, strategy, terms, fills and equity. */
    public String hash() {
        ResultHash hash = new ResultHash().add(bars).add(strategy).add(terms.words());
        fills.forEach(fill -> hash.add(fill.bar()).add(fill.units()).add(fill.price()).add(fill.fee()));
        return hash.add(equity).hex();
    }
}
