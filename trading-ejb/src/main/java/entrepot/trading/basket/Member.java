package entrepot.trading.basket;

import entrepot.trading.backtest.ResultHash;
import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bars;
import entrepot.trading.market.CorporateAction;
import java.util.Comparator;
import java.util.List;

/**
 * One instrument of a universe.
 *
 * @param bars    raw prices, as they were traded
 * @param actions splits and dividends; those that no bar has seen are left out
 */
public record Member(String symbol, Bars bars, List<CorporateAction> actions) {

    public Member {
        actions = bars.size() == 0 ? List.of() : actions.stream().filter(action -> action.knownOn(Adjustment.dayOf(bars.time(bars.size() - 1))))
                .sorted(Comparator.comparing(CorporateAction::lastDay)).toList();
    }

    /** SHA-256 of its bars, splits and dividends: the version of its data. */
    public String hash() {
        ResultHash hash = new ResultHash().add(symbol).add(bars);
        for (CorporateAction action : actions) {
            hash.add(action.lastDay().toEpochDay()).add(action.dividendRatio()).add(action.splitRatio());
        }
        return hash.hex();
    }
}
