package entrepot.trading.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What prices may end in: {@code offset} plus a whole number of {@code increment}. 0.05 and 0 gives 1.00, 1.05, 1.10;
 * 1 and 0.99 gives 0.99, 1.99, 2.99.
 */
public record Ending(BigDecimal increment, BigDecimal offset) {

    public Ending {
        if (increment.signum() <= 0 || offset.signum() < 0 || offset.compareTo(increment) >= 0) {
            throw new IllegalArgumentException(
                    "increment " + increment + " must be above 0 and offset " + offset + " from 0 to below it");
        }
    }

    /** The nearest of these prices between {@code low} and {@code high}; the lower of two as near. */
    Optional<BigDecimal> nearest(BigDecimal price, BigDecimal low, BigDecimal high) {
        BigDecimal least = up(low);
        BigDecimal most = down(high);
        if (least.compareTo(most) > 0) {
            return Optional.empty();
        }
        return Optional.of(at(price, RoundingMode.HALF_DOWN).max(least).min(most));
    }

    BigDecimal up(BigDecimal price) {
        return at(price, RoundingMode.CEILING);
    }

    BigDecimal down(BigDecimal price) {
        return at(price, RoundingMode.FLOOR);
    }

    private BigDecimal at(BigDecimal price, RoundingMode rounding) {
        return price.subtract(offset).divide(increment, 0, rounding).multiply(increment).add(offset);
    }
}
