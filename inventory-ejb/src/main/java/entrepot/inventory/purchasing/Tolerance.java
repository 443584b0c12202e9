package entrepot.inventory.purchasing;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much more than ordered may come. @param over share of the ordered quantity, 0 to 1 */
public record Tolerance(BigDecimal over) {

    public Tolerance {
        if (over.signum() < 0 || over.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("tolerance " + over + " must be from 0 to 1");
        }
    }

    /** The most that may come of a line in all, rounded down. */
    public Quantity most(Quantity ordered) {
        BigDecimal most = ordered.decimal().multiply(BigDecimal.ONE.add(over));
        return Quantity.of(most.setScale(6, RoundingMode.DOWN));
    }
}
