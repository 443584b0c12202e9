package entrepot.trading.market.server;

import entrepot.trading.market.BarPlan;
import entrepot.trading.market.BarStep;
import java.util.List;
import java.util.Optional;

/** Why bars of some length cannot be made of what there is, and what can. */
final class Objections {

    private Objections() {}

    /** @param there what there are bars of; @param trades whether there are some */
    static Optional<MarketData.Objection> of(String symbol, BarPlan plan, List<BarStep> there, boolean trades) {
        if (plan.trades()) {
            return trades ? Optional.empty() : Optional.of(new MarketData.Objection("of", "no-trades", symbol + " has no trades yet; bring in a file of them first"));
        }
        if (there.contains(plan.step()) || there.isEmpty() && plan.isDaily() && !trades) {
            return Optional.empty();
        }
        if (there.isEmpty()) {
            return Optional.of(new MarketData.Objection("every", "no-bars", symbol + " has no bars yet; "
                    + (trades ? "say of=trades, of which it has some, or bring in a file of bars" : "bring in a file of them first")));
        }
        if (plan.step() == BarStep.DAY) {
            return Optional.of(new MarketData.Objection("zone", "no-days", symbol + " has minutes and no days: say the zone in which minutes become days,"
                    + " such as America/New_York, or take a length within a day, such as PT5M"));
        }
        return Optional.of(plan.isTimed()
                ? new MarketData.Objection("every", "no-minutes", plan.every() + " is made of minutes, and " + symbol + " has days only, of which P1D, P1W, P1M, P3M"
                        + " and P1Y are made")
                : new MarketData.Objection("zone", "no-minutes", symbol + " has days only, which need no zone; leave it out"));
    }
}
