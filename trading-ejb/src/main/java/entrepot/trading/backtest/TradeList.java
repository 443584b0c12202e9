package entrepot.trading.backtest;

import java.util.ArrayList;
import java.util.List;

/** Joins fills to trades: one from when something is held to when nothing is. No fill turns a long into a short at once. */
final class TradeList {

    private final List<Trade> closed = new ArrayList<>();
    private double held;
    private double opened;
    private double openedFor;
    private double closedFor;
    private double fees;
    private int entry;

    void add(Fill fill) {
        if (held == 0) {
            entry = fill.bar();
            opened = 0;
            openedFor = 0;
            closedFor = 0;
            fees = 0;
        }
        double value = fill.units() * fill.price();
        if (held * fill.units() >= 0) {
            opened += fill.units();
            openedFor += value;
        } else {
            closedFor -= value;
        }
        fees += fill.fee();
        held = Math.abs(held + fill.units()) < 1e-7 ? 0 : held + fill.units();
        if (held == 0) {
            closed.add(trade(fill.bar(), closedFor, false));
        }
    }

    /** All of them; what is still held is valued at a close. */
    List<Trade> upTo(int bar, double close) {
        List<Trade> all = new ArrayList<>(closed);
        if (held != 0) {
            all.add(trade(bar, closedFor + held * close, true));
        }
        return all;
    }

    private Trade trade(int bar, double worth, boolean open) {
        return new Trade(opened > 0 ? 1 : -1, Math.abs(opened), entry, openedFor / opened, bar, worth / opened, fees, worth - openedFor - fees, open);
    }
}
