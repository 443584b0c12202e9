package entrepot.trading.backtest;

import entrepot.trading.market.Bars;
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

    BacktestResult(Bars bars, String strategy, Terms terms, Account account, double[] equity, int[] held) {
        int last = bars.size() - 1;
        this.bars = bars;
        this.strategy = strategy;
        this.terms = terms;
        this.fills = List.copyOf(account.fills());
        this.trades = new ArrayList<>(account.trades());
        if (account.holds()) {
            trades.add(account.unclosed(last, bars.close(last)));
        }
        this.equity = equity;
        this.held = held;
        this.freeCash = account.freeCash(bars.close(last));
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
        return List.copyOf(trades);
    }

    public List<Trade> closedTrades() {
        return trades.stream().filter(trade -> !trade.open()).toList();
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
