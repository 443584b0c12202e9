package entrepot.trading.backtest;

import java.util.ArrayList;
import java.util.List;

/** Cash and at most one position, while a backtest runs. */
final class Account {

    private final Terms terms;
    private final Costs costs;
    private final List<Fill> fills = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private double cash;
    private double units;
    private Fill entry;

    Account(Terms terms) {
        this.terms = terms;
        this.costs = terms.costs();
        this.cash = terms.startCash();
    }

    double worth(double price) {
        return units == 0 ? cash : cash + units * price * terms.multiplier();
    }

    boolean holds() {
        return units != 0;
    }

    /** Money that is not held back, once nothing more is traded. */
    double freeCash(double price) {
        return terms.margin() > 0 ? worth(price) - terms.margin() * Math.abs(units) : cash;
    }

    List<Fill> fills() {
        return fills;
    }

    List<Trade> trades() {
        return trades;
    }

    /** With a share of the money. Nothing is opened by an account worth nothing, nor by all of it at a price of zero or below. */
    void open(int bar, int side, double open, double share) {
        double price = costs.fillPrice(open, side);
        double worth = worth(open);
        if (worth <= 0 || price <= 0 && terms.stake() instanceof Stake.AllIn) {
            return;
        }
        double size = terms.stake().units(share * worth, price * terms.multiplier(), costs);
        if (size > 0) {
            entry = fill(bar, side * size, price, costs.openingFee(size, size * price * terms.multiplier()));
        }
    }

    void close(int bar, double open) {
        double price = costs.fillPrice(open, units > 0 ? -1 : 1);
        double size = Math.abs(units);
        Fill exit = fill(bar, -units, price, costs.closingFee(size, size * price * terms.multiplier()));
        trades.add(trade(bar, price, entry.fee() + exit.fee(), false));
    }

    private Fill fill(int bar, double traded, double price, double fee) {
        Fill fill = new Fill(bar, traded, price, fee);
        cash -= traded * price * terms.multiplier() + fee;
        units = units + traded == 0 ? 0 : traded;
        fills.add(fill);
        return fill;
    }

    /** What is still held, valued at a close. */
    Trade unclosed(int bar, double price) {
        return trade(bar, price, entry.fee(), true);
    }

    private Trade trade(int bar, double price, double fees, boolean open) {
        double gained = entry.units() * (price - entry.price()) * terms.multiplier();
        return new Trade(entry.isBuy() ? 1 : -1, Math.abs(entry.units()), entry.bar(), entry.price(), bar, price, fees,
                gained - fees, open);
    }
}
