package entrepot.trading.pricing;

import java.time.Duration;

/**
 * How often a price may change.
 *
 * @param gap   least time between two changes
 * @param aDay  changes on one business date, 1 or more
 */
public record Pace(Duration gap, int aDay) {

    public Pace {
        if (gap.isNegative() || aDay < 1) {
            throw new IllegalArgumentException("gap " + gap + " must not be negative, and changes a day " + aDay + " 1 or more");
        }
    }
}
