package entrepot.inventory.invoice;

import entrepot.kernel.Money;
import java.math.BigDecimal;

/**
 * How much more than agreed a line may cost without anybody being asked: within both limits.
 *
 * @param share  of what was agreed, 0 to 1
 * @param amount major units
 */
public record PriceTolerance(BigDecimal share, BigDecimal amount) {

    public PriceTolerance {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || amount.signum() < 0) {
            throw new IllegalArgumentException("tolerance " + share + " must be from 0 to 1, and " + amount + " not below 0");
        }
    }

    /** @param more than {@code agreed}; what costs less is always allowed */
    boolean allows(Money more, Money agreed) {
        BigDecimal limit = agreed.decimal().abs().multiply(share);
        return more.decimal().compareTo(limit) <= 0 && more.decimal().compareTo(amount) <= 0 || more.minor() <= 0;
    }
}
