package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one gate between statistics and quantities: a level is rounded up, never down, and never below zero. */
final class Units {

    private Units() {}

    static double of(Quantity quantity) {
        return quantity.millionths() / 1e6;
    }

    /** Rounded up to whole units, or to thousandths where the item is measured and not counted. */
    static Quantity up(double units, boolean counted) {
        BigDecimal level = BigDecimal.valueOf(Math.max(0, units)).setScale(9, RoundingMode.HALF_UP);
        return new Quantity(level.setScale(counted ? 0 : 3, RoundingMode.CEILING).movePointRight(6).longValueExact());
    }
}
