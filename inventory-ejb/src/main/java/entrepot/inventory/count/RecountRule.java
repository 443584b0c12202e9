package entrepot.inventory.count;

import entrepot.kernel.Money;
import java.math.BigDecimal;

/**
 * When one count of a line is not believed.
 *
 * @param share of what the book holds that a difference may be, 0 to 1
 * @param value that a difference may be worth
 */
public record RecountRule(BigDecimal share, Money value) {

    public RecountRule {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("share " + share + " must be from 0 to 1");
        }
        if (value.isNegative()) {
            throw new IllegalArgumentException("value " + value + " must not be negative");
        }
    }

    /**
     * More than the share or more than the value.
     *
     * @throws ArithmeticException where the difference is worth more than a ledger amount can hold
     */
    public boolean asksFor(CountedLine line) {
        boolean tooDear = Math.abs(line.worth().minor()) > value.minor();
        BigDecimal most = line.expected().decimal().abs().multiply(share);
        boolean otherPieces = line.pieces() != null
                && BigDecimal.valueOf(Math.abs(line.pieces().difference())).compareTo(BigDecimal.valueOf(line.pieces().expected()).multiply(share)) > 0;
        return tooDear || otherPieces || line.difference().decimal().abs().compareTo(most) > 0;
    }
}
