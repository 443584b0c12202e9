package entrepot.trading.market;

import java.time.LocalDate;

/**
 * A split or a dividend, by what it does to a price overnight.
 *
 * @param lastDay       the last day on which the price was still without it; it takes effect, and is known, the day after
 * @param dividendRatio share of the price that is left after the dividend: 1 - dividend / close of the last day; 1 for none
 * @param splitRatio    old shares for one new share: 0.25 where four are made of one; 1 for none
 * @param close         raw close of the last day, as its source had it; not a number where it had none
 */
public record CorporateAction(LocalDate lastDay, double dividendRatio, double splitRatio, double close) {

    public CorporateAction {
        if (!(dividendRatio > 0) || !(splitRatio > 0)) {
            throw new IllegalArgumentException("ratios of " + lastDay + " are " + dividendRatio + " and " + splitRatio);
        }
    }

    public boolean knownOn(LocalDate day) {
        return lastDay.isBefore(day);
    }

    public double ratio() {
        return dividendRatio * splitRatio;
    }

    /** Money a share, in raw units of the last day. */
    public double dividend() {
        return close * (1 - dividendRatio);
    }
}
