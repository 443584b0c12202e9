package entrepot.trading.replay;

import entrepot.trading.portfolio.Exact;
import java.util.List;

/**
 * What came of orders in a recorded market. Money is in the currency of the account; a figure of nothing is not a number.
 *
 * @param rows            that were replayed
 * @param restedUnits     of orders that came to rest, what was left of them then
 * @param filledUnits     of those, filled while they rested
 * @param secondsInQueue  that a unit stood before it was filled, on average
 * @param spreadCaptured  by how much better than the mid they were filled
 * @param lostInOneSecond by how much the mid went against them within a second, {@code lostInTenSeconds} within ten; below zero where it went with them
 * @param takenUnits      by what did not rest
 * @param paidToTake      by how much worse than the mid it was filled
 */
public record FlowFigures(long rows, double restedUnits, double filledUnits, double secondsInQueue, double spreadCaptured, double lostInOneSecond,
        double lostInTenSeconds, double restingFees, double takenUnits, double paidToTake, double takingFees) {

    private static final double NANOS = 1e9;

    /** @param minor minor units of one of the currency */
    public static FlowFigures of(ReplayResult found, double minor) {
        double rested = 0;
        for (Placed one : found.orders()) {
            rested += one.rested() ? one.order().units() : 0;
        }
        double filled = 0;
        double waited = 0;
        double[] apart = new double[2];
        double[] fees = new double[2];
        double taken = 0;
        for (ReplayFill fill : found.fills()) {
            Placed placed = found.orders().get(fill.order() - 1);
            long units = Math.abs(fill.units());
            int which = fill.rested() ? 0 : 1;
            apart[which] += (double) (fill.mid() - fill.price()) * fill.units();
            fees[which] += fill.fee();
            filled += fill.rested() ? units : 0;
            taken += fill.rested() ? 0 : units;
            rested -= !fill.rested() && placed.rested() ? units : 0;
            waited += fill.rested() ? (double) units * (fill.time() - placed.came()) : 0;
        }
        return new FlowFigures(found.rows(), units(rested), units(filled), waited / filled / NANOS, money(apart[0]), money(found.after().second()),
                money(found.after().tenSeconds()), fees[0] / minor, units(taken), 0 - money(apart[1]), fees[1] / minor);
    }

    /** Of units that came to rest. */
    public double fillRatio() {
        return filledUnits / restedUnits;
    }

    private static double units(double millionths) {
        return millionths / Exact.UNIT;
    }

    private static double money(double product) {
        return product / Exact.UNIT / Exact.PRICE;
    }
}
