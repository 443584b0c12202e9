package entrepot.trading.playback;

import entrepot.trading.backtest.FillLine;
import entrepot.trading.backtest.OrderLine;
import java.util.List;

/**
 * An account at the close of a bar, and what happened in it.
 *
 * @param bar        from 0
 * @param decision   what the strategy wanted at the close; null where it does not decide by positions
 * @param standing   orders after the close as they were known then: units are 0 while the money that they may spend is not known
 * @param fills      in this bar
 * @param units      held at the close, below zero of a short
 * @param cash       what is left of the equity without them
 * @param drawdown   share of the highest equity so far
 * @param openProfit of what is held, before fees, against the mean price at which it was entered
 */
public record Step(int bar, Decision decision, List<OrderLine> standing, List<FillLine> fills, double units, double cash, double equity, double drawdown,
        double openProfit) {

    /**
     * @param wanted  1 long, 0 nothing, -1 short
     * @param changed whether that is something else than at the bar before
     * @param share   of the money that a position opened now would take
     */
    public record Decision(int wanted, boolean changed, double share) {}
}
