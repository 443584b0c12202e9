package entrepot.trading.pair;

import entrepot.trading.broker.Desk;
import entrepot.trading.broker.Trader;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.Exact;

/** Gives the orders of both legs at the close of a bar, for the next open. Both together are worth what the account is. */
public final class PairTrader implements Trader {

    private final PairBars bars;
    private final PairDecisions decisions;
    private final double minor;
    private int held;

    /** @param minor of the currency in one unit of it: 100 cents */
    public PairTrader(PairBars bars, PairDecisions decisions, double minor) {
        this.bars = bars;
        this.decisions = decisions;
        this.minor = minor;
    }

    @Override
    public void onBar(Desk desk, int instrument, int bar) {
        int wanted = decisions.targets()[bar];
        if (instrument == 0 || wanted == held) {
            return;
        }
        close(desk, 0);
        close(desk, 1);
        if (wanted != 0) {
            open(desk, bar, wanted);
        }
        held = wanted;
    }

    private static void close(Desk desk, int instrument) {
        long units = desk.held(instrument);
        if (units != 0) {
            desk.give(Ticket.market(instrument, -Long.signum(units), Math.abs(units)).reducingOnly());
        }
    }

    private void open(Desk desk, int bar, int side) {
        double hedge = decisions.hedge()[bar];
        double each = bars.one().close(bar) + hedge * bars.other().close(bar);
        double units = Math.floor(desk.cash(0) / minor * Exact.UNIT / each);
        long other = Math.round(units * hedge);
        if (each > 0 && units >= 1 && other >= 1) {
            desk.give(Ticket.market(0, side, (long) units));
            desk.give(Ticket.market(1, -side, other));
        }
    }
}
