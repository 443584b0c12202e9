package entrepot.trading.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Lets the price follow the days of cover, down and up again. With demand of constant elasticity e,
 * {@code d(p) = d(base) (p / base)^-e}, the price that brings the cover C back to the edge of the band is
 *
 * <pre>
 *   base (most  / C)^(1/e)   where C &gt; most     (falls)
 *   base (least / C)^(1/e)   where C &lt; least    (rises)
 *   base                     inside the band
 * </pre>
 *
 * <p>The wish depends on stock and demand only, not on the price charged now: it never rises with more stock, never
 * falls with more demand, and goes back to the base price when the cover does.
 *
 * @see "McAfee and te Velde, Dynamic pricing with constant demand elasticity: the demand model, after Gallego and van
 *     Ryzin 1994; the optimal price, too, falls with stock"
 */
public final class CoverPricer implements Pricer {

    private final CoverBand band;

    public CoverPricer(CoverBand band) {
        this.band = band;
    }

    @Override
    public Wish wish(Situation situation) {
        double base = situation.base().doubleValue();
        if (situation.demand().days() < band.historyDays()) {
            return new Wish(base, "A history of " + situation.demand().days() + " days is shorter than "
                    + band.historyDays() + ", so the base price is wanted.");
        }
        double cover = situation.coverDays();
        if (Double.isNaN(cover)) {
            return new Wish(base, "Nothing on hand and nothing sold, so the base price is wanted.");
        }
        String seen = "Stock lasts " + days(cover) + " days at " + number(situation.demand().perDay()) + " a day, ";
        if (cover > band.mostDays()) {
            return new Wish(base * moved(band.mostDays(), cover), seen + "more than " + number(band.mostDays()) + ": lower.");
        }
        if (cover < band.leastDays()) {
            return new Wish(base * moved(band.leastDays(), cover), seen + "less than " + number(band.leastDays()) + ": higher.");
        }
        return new Wish(base, seen + "within " + number(band.leastDays()) + " to " + number(band.mostDays()) + ": the base price.");
    }

    private double moved(double edge, double cover) {
        return StrictMath.pow(edge / cover, 1 / band.elasticity());
    }

    private static String days(double cover) {
        return cover > 9999 ? "more than 9999" : number(cover);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
