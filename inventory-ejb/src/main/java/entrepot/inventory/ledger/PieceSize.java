package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a piece of catch-weight goods weighs: a wheel of cheese, a ham. Their stock is kept and valued in what they weigh,
 * and their pieces are counted beside it.
 *
 * @param nominal   of one piece, in stock units, above zero
 * @param tolerance by how much of it the average piece of a line may be off either way: a share, 0 or more, below 1
 */
public record PieceSize(Quantity nominal, BigDecimal tolerance) {

    public PieceSize {
        tolerance = tolerance.stripTrailingZeros();
    }

    public Quantity least() {
        return Quantity.of(times(BigDecimal.ONE.subtract(tolerance)));
    }

    public Quantity most() {
        return Quantity.of(times(BigDecimal.ONE.add(tolerance)));
    }

    private BigDecimal times(BigDecimal share) {
        return nominal.decimal().multiply(share).setScale(6, RoundingMode.HALF_UP);
    }

    /** @param quantity positive; @param pieces above zero */
    boolean allows(Quantity quantity, long pieces) {
        BigDecimal count = BigDecimal.valueOf(pieces);
        return quantity.decimal().compareTo(least().decimal().multiply(count)) >= 0
                && quantity.decimal().compareTo(most().decimal().multiply(count)) <= 0;
    }
}
