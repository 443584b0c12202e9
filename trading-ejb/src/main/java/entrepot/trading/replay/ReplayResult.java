package entrepot.trading.replay;

import entrepot.trading.market.Bars;
import java.util.List;

/**
 * What a replay found.
 *
 * @param bars   of the mid, one for each interval of the clock in which something happened, each named by its end; volume is what others traded
 * @param worth  of the account at their ends, minor units, what is held at the mid
 * @param held   at their ends, millionths
 * @param orders in the order in which they were given
 * @param cash   at the end, minor units
 * @param rows   of the flow that were replayed
 * @param tradedUnits of others, {@code tradedValue} price times units, as {@link MarketView} has them
 */
public record ReplayResult(Bars bars, long[] worth, long[] held, List<Placed> orders, List<ReplayFill> fills, long cash, long rows,
        double tradedUnits, double tradedValue, Aftermath.Found after) {}
