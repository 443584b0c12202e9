package entrepot.trading.playback;

import entrepot.trading.backtest.FillLine;

/** What is held, and at what mean price it was entered. */
final class Holdings {

    /** Less than a millionth of a unit. */
    private static final double NOTHING = 1e-7;

    private double units;
    private double entered;

    void add(FillLine fill) {
        double after = units + fill.units();
        if (Math.abs(after) < NOTHING) {
            units = 0;
            entered = 0;
            return;
        }
        if (units * after <= 0) {
            entered = fill.price();
        } else if (units * fill.units() > 0) {
            entered = (entered * units + fill.price() * fill.units()) / after;
        }
        units = after;
    }

    double units() {
        return units;
    }

    double profit(double price) {
        return units == 0 ? 0 : units * (price - entered);
    }
}
