package entrepot.trading.pricing;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One item as the pricer finds it.
 *
 * @param today     business date of {@code now}
 * @param base      list price set by a person, major units a unit
 * @param price     charged now
 * @param available units that could be sold now, over all locations
 */
public record Situation(
        Instant now,
        LocalDate today,
        BigDecimal base,
        BigDecimal price,
        Optional<Cost> cost,
        Quantity available,
        DemandRate demand,
        Changes changes) {

    public Situation {
        if (base.signum() <= 0 || price.signum() <= 0) {
            throw new IllegalArgumentException("base " + base + " and price " + price + " must be above 0");
        }
    }

    /**
     * What a unit costs us.
     *
     * @param perUnit major units, above 0: what is free has no floor, and so no cost to price from
     * @param asOf    business date on which it was last confirmed by a receipt
     */
    public record Cost(BigDecimal perUnit, LocalDate asOf) {
        public Cost {
            if (perUnit.signum() <= 0) {
                throw new IllegalArgumentException("cost " + perUnit + " must be above 0");
            }
        }

        public long ageDays(LocalDate today) {
            return ChronoUnit.DAYS.between(asOf, today);
        }
    }

    /**
     * @param perDay units a day, 0 or more
     * @param days   length of the history it was seen in
     */
    public record DemandRate(double perDay, int days) {
        public DemandRate {
            if (!(perDay >= 0) || Double.isInfinite(perDay)) {
                throw new IllegalArgumentException("demand of " + perDay + " a day must be 0 or more and finite");
            }
        }
    }

    /** Earlier changes of this price, by anybody. */
    public record Changes(Optional<Instant> last, int today) {
        public static final Changes NONE = new Changes(Optional.empty(), 0);
    }

    /** Days the stock lasts at the demand seen; infinite where nothing sells, NaN where nothing is there either. */
    public double coverDays() {
        return Math.max(0, available.millionths()) / 1e6 / demand.perDay();
    }
}
