package entrepot.trading.backtest;

import entrepot.kernel.Money;
import entrepot.trading.broker.BrokerFill;
import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.broker.FillRule;
import entrepot.trading.broker.Series;
import entrepot.trading.broker.Simulation;
import entrepot.trading.broker.SimulationResult;
import entrepot.trading.market.Bars;
import entrepot.trading.pair.Ending;
import entrepot.trading.pair.PairBars;
import entrepot.trading.pair.PairDecisions;
import entrepot.trading.pair.PairRule;
import entrepot.trading.pair.PairTrader;
import entrepot.trading.portfolio.CashKind;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.Exact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Both legs of a pair by market orders at the simulated broker, with costs on each, margin and borrowing, in exact money. */
public final class PairBacktest {

    private final PairBars bars;
    private final PairDecisions decisions;
    private final PairRule rule;
    private final String words;
    private final Terms terms;
    private final Currency currency;
    private final double minor;

    /** @param rule of margin and borrowing; @param words all of the question, part of what the result is known by; @param currency of both */
    public PairBacktest(PairBars bars, PairDecisions decisions, PairRule rule, String words, Terms terms, Currency currency) {
        if (bars.size() < 2) {
            throw new IllegalArgumentException(bars.size() + " bars that both have, must be 2 or more");
        }
        this.bars = bars;
        this.decisions = decisions;
        this.rule = rule;
        this.words = words;
        this.terms = terms;
        this.currency = currency;
        this.minor = Math.pow(10, currency.getDefaultFractionDigits());
    }

    /** @param goOn asked now and then with the bars of both that are through; @return null where it said no */
    public PairResult run(IntPredicate goOn) {
        List<Series> series = List.of(Series.of(Contract.share("ONE", currency), bars.one()), Series.of(Contract.share("OTHER", currency), bars.other()));
        Money money = Money.rounded(BigDecimal.valueOf(terms.startCash()), currency);
        BrokerTerms broker = rule.charged(OrderedBacktest.broker(terms.costs(), currency));
        SimulationResult found = new Simulation(series, broker, List.of(money)).run(new PairTrader(bars, decisions, minor), goOn);
        return found == null ? null : result(found);
    }

    private PairResult result(SimulationResult found) {
        List<Trade> ones = trades(found, 0, bars.one());
        List<Trade> others = trades(found, 1, bars.other());
        List<Trade> spreads = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        Set<Integer> closedOut = found.fills().stream().filter(fill -> fill.rule() == FillRule.LIQUIDATION_AT_OPEN).map(BrokerFill::bar)
                .collect(Collectors.toSet());
        for (int at = 0; at < ones.size(); at++) {
            Trade one = ones.get(at);
            Trade other = others.get(at);
            Ending ending = one.open() ? Ending.OPEN : closedOut.contains(one.exit()) ? Ending.MARGIN : decisions.endings()[one.exit() - 1];
            legs.add(new Leg(at + 1, false, one, ending));
            legs.add(new Leg(at + 1, true, other, ending));
            spreads.add(spread(one, other));
        }
        List<Fill> fills = found.fills().stream().map(this::fill).toList();
        double free = found.portfolio().cash(currency).decimal().doubleValue();
        int[] held = Arrays.stream(found.held(0)).mapToInt(Long::signum).toArray();
        BacktestResult result = new BacktestResult(bars.one(), words, terms, fills, spreads, equity(found), held, free, List.of(), List.of());
        return new PairResult(bars, decisions, result, legs, borrowed(found));
    }

    private double borrowed(SimulationResult found) {
        return -found.portfolio().entries().stream().filter(entry -> entry.kind() == CashKind.BORROW || entry.kind() == CashKind.INTEREST)
                .mapToLong(entry -> entry.amount().minor()).sum() / minor;
    }

    private List<Trade> trades(SimulationResult found, int instrument, Bars of) {
        TradeList trades = new TradeList(1);
        found.fills().stream().filter(fill -> fill.instrument() == instrument).map(this::fill).forEach(trades::add);
        return trades.upTo(of.size() - 1, of.close(of.size() - 1));
    }

    private Fill fill(BrokerFill fill) {
        return new Fill(fill.bar(), Exact.decimal(fill.units(), Exact.UNIT), Exact.decimal(fill.price(), Exact.PRICE), fill.fee() / minor);
    }

    private static Trade spread(Trade one, Trade other) {
        double hedge = other.units() / one.units();
        return new Trade(one.side(), one.units(), one.entry(), one.entryPrice() - hedge * other.entryPrice(), one.exit(),
                one.exitPrice() - hedge * other.exitPrice(), one.fees() + other.fees(), one.profit() + other.profit(), one.open());
    }

    /** What was seen of the second at a close has the cash of both; the first is added. */
    private double[] equity(SimulationResult found) {
        double[] equity = found.worth(1);
        long[] units = found.held(0);
        for (int bar = 0; bar < equity.length; bar++) {
            equity[bar] = equity[bar] / minor + Exact.decimal(units[bar], Exact.UNIT) * bars.one().close(bar);
        }
        return equity;
    }
}
