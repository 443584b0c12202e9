package entrepot.trading.backtest;

import entrepot.kernel.Money;
import entrepot.trading.broker.Roll;
import entrepot.trading.broker.Series;
import entrepot.trading.market.Bars;
import entrepot.trading.market.Chain;
import entrepot.trading.market.FutureTerms;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.Joining;
import entrepot.trading.market.Rollover;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.Exact;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * What is traded, and what is decided by: mostly the same bars. Of all contracts of a future each is traded at its own prices, and decided is by joined ones, of which
 * none knows a later roll.
 *
 * @param decided bars at the same times as those of the series
 */
public record Traded(Series series, Bars decided) {

    private static final long ANY_FRACTION = 1;
    private static final long ANY_PRICE = 1;

    public static Traded share(Bars bars, Currency currency) {
        return new Traded(Series.of(Contract.share("SHARE", currency), bars), bars);
    }

    public static Traded of(Instrument one, Bars bars) {
        return new Traded(series(one, bars, List.of()), bars);
    }

    /** @param decided by joined prices as the rule has it, or by those of each contract */
    public static Traded of(Instrument one, Chain chain, boolean joined) {
        return new Traded(series(one, chain.spliced(), chain.rolls().stream().map(Traded::exact).toList()), chain.forward(joined ? one.future().rolls().joined() : Joining.NONE));
    }

    private static Series series(Instrument one, Bars bars, List<Roll> rolls) {
        Currency currency = Currency.getInstance(one.currency());
        FutureTerms future = one.future();
        Contract contract = future == null ? Contract.share("SHARE", currency)
                : Contract.future(future.root(), currency, future.multiplier(), Money.rounded(future.margin(), currency).minor());
        long lot = one.lotSize() == null ? ANY_FRACTION : one.lotSize().multiply(BigDecimal.valueOf(Exact.UNIT)).longValueExact();
        return new Series(contract, bars, lot, future == null ? ANY_PRICE : Exact.price(one.tickSize().doubleValue()), List.of(), rolls);
    }

    private static Roll exact(Rollover one) {
        return new Roll(one.time(), Exact.price(one.left()), Exact.price(one.entered()));
    }

    /** From one bar to another, the latter not included. */
    public Traded slice(int from, int to) {
        return new Traded(series.slice(from, to), decided.slice(from, to));
    }

    public Bars bars() {
        return series.bars();
    }

    public Currency currency() {
        return series.contract().currency();
    }

    /** Whether decided is by other prices than those that are traded. */
    public boolean isJoined() {
        return !Arrays.equals(decided.closes(), bars().closes());
    }

    /** Whether it comes in any fraction and is paid for in full. */
    public boolean isPlain() {
        return !series.contract().margined() && series.lot() == ANY_FRACTION;
    }

    /** What the data are known by; of what comes in lots or is a future, its terms too. */
    public String dataHash() {
        ResultHash hash = new ResultHash().add(bars());
        if (!isPlain()) {
            hash.add(decided).add(series.lot()).add(series.tick()).add(series.contract().multiplier()).add(series.contract().margin());
        }
        series.rolls().forEach(roll -> hash.add(roll.time()).add(roll.left()).add(roll.entered()));
        return hash.hex();
    }

    Terms terms(Terms asked) {
        return isPlain() ? asked : asked.of(series.contract(), series.lot());
    }
}
