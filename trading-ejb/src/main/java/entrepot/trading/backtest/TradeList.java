package entrepot.trading.backtest;

import java.util.ArrayList;
import java.util.List;

/** Joins fills to trades: one from when something is held to when nothing is. A fill that turns a long into a short is the end of one and the beginning of the next. */
final class TradeList {

    /** Less than a millionth of a unit. */
    private static final double NOTHING = 1e-7;

    private final double multiplier;
    private final List<Trade> closed = new ArrayList<>();
    private double held;
    private double opened;
    private double openedFor;
    private double closedFor;
    private double fees;
    private int entry;

    /** @param multiplier money a unit for one point of the price */
    TradeList(double multiplier) {
        this.multiplier = multiplier;
    }

    void add(Fill fill) {
        if (held * fill.units() < 0 && Math.abs(fill.units()) > Math.abs(held) + NOTHING) {
            double closes = -held / fill.units();
            part(fill, -held, closes * fill.fee());
            part(fill, fill.units() * (1 - closes), (1 - closes) * fill.fee());
        } else {
            part(fill, fill.units(), fill.fee());
        }
    }

    private void part(Fill fill, double units, double fee) {
        if (held == 0) {
            entry = fill.bar();
            opened = 0;
            openedFor = 0;
            closedFor = 0;
            fees = 0;
        }
        double value = units * fill.price();
        if (held * units >= 0) {
            opened += units;
            openedFor += value;
        } else {
            closedFor -= value;
        }
        fees += fee;
        held = Math.abs(held + units) < NOTHING ? 0 : held + units;
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
        return new Trade(opened > 0 ? 1 : -1, Math.abs(opened), entry, openedFor / opened, bar, worth / opened, fees, multiplier * (worth - openedFor) - fees, open);
    }
}
