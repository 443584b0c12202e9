package entrepot.trading.broker;

import entrepot.trading.market.Bars;
import entrepot.trading.portfolio.Contract;
import java.util.Comparator;
import java.util.List;

/**
 * What one instrument did.
 *
 * @param lot       millionths of a unit that an order of all the money comes in; 1 for any fraction
 * @param tick      billionths that prices of orders are multiples of; 1 for any price
 * @param dividends sorted by their day
 * @param rolls     of a future from contract to contract, by time
 */
public record Series(Contract contract, Bars bars, long lot, long tick, List<Dividend> dividends, List<Roll> rolls) {

    public Series {
        if (lot < 1 || tick < 1) {
            throw new IllegalArgumentException("lot of " + contract.symbol() + " is " + lot + " millionths, tick is " + tick + " billionths, must be 1 or more");
        }
        dividends = dividends.stream().sorted(Comparator.comparing(Dividend::exDay)).toList();
        rolls = List.copyOf(rolls);
    }

    /** From one bar to another, the latter not included. */
    public Series slice(int from, int to) {
        Bars part = bars.slice(from, to);
        List<Roll> within = from == to ? List.of() : rolls.stream().filter(roll -> roll.time() > part.time(0) && roll.time() <= part.time(part.size() - 1)).toList();
        return new Series(contract, part, lot, tick, dividends, within);
    }

    public static Series of(Contract contract, Bars bars) {
        return new Series(contract, bars, 1, 1, List.of(), List.of());
    }
}
