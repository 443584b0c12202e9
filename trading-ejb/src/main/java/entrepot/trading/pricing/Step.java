package entrepot.trading.pricing;

import java.math.BigDecimal;

/**
 * How far one change may go, as shares of the price charged now.
 *
 * @param up    0.05 for five percent, 0 or more
 * @param down  0 to 1
 * @param least a smaller change is not worth a new label and is left out; 0 or more
 */
public record Step(BigDecimal up, BigDecimal down, BigDecimal least) {

    public Step {
        if (up.signum() < 0 || down.signum() < 0 || down.compareTo(BigDecimal.ONE) > 0 || least.signum() < 0) {
            throw new IllegalArgumentException("step up " + up + " and least " + least + " must be 0 or more, step down "
                    + down + " must be from 0 to 1");
        }
    }

    BigDecimal lowest(BigDecimal price) {
        return price.multiply(BigDecimal.ONE.subtract(down));
    }

    BigDecimal highest(BigDecimal price) {
        return price.multiply(BigDecimal.ONE.add(up));
    }

    boolean isTooSmall(BigDecimal from, BigDecimal to) {
        return to.subtract(from).abs().compareTo(from.multiply(least)) < 0;
    }
}
