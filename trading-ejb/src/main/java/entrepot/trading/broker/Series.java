package entrepot.trading.broker;

import entrepot.trading.market.Bars;
import entrepot.trading.portfolio.Contract;
import java.util.Comparator;
import java.util.List;

/**
 * What one instrument did.
 *
 * @param lot       millionths of a unit that an order of all the money comes in; 1 for any fraction
 * @param dividends sorted by their day
 */
public record Series(Contract contract, Bars bars, long lot, List<Dividend> dividends) {

    public Series {
        if (lot < 1) {
            throw new IllegalArgumentException("lot of " + contract.symbol() + " is " + lot + " millionths, must be 1 or more");
        }
        dividends = dividends.stream().sorted(Comparator.comparing(Dividend::exDay)).toList();
    }

    public static Series of(Contract contract, Bars bars) {
        return new Series(contract, bars, 1, List.of());
    }
}
