package entrepot.trading.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What makes an instrument a future: one contract of it, or all of them one after the other.
 *
 * @param multiplier money for one point of the price of one contract, 1 or more
 * @param margin     money held back for each contract, 0 or more
 * @param root       what its contracts have in common, such as ES; of all of them their symbol
 * @param expiry     the last day on which the contract trades; null of all of them
 * @param rolls      when the next contract takes over; null of one contract
 */
public record FutureTerms(long multiplier, BigDecimal margin, String root, LocalDate expiry, RollRule rolls) {

    public FutureTerms {
        if (multiplier < 1 || margin.signum() < 0 || (expiry == null) == (rolls == null) || !Instrument.SYMBOL.matcher(root).matches()) {
            throw new IllegalArgumentException("multiplier is " + multiplier + ", margin is " + margin + ", root is " + root + ", expiry is " + expiry + ", rolls are " + rolls
                    + ", must be 1 or more, 0 or more, a symbol, and one of the last two");
        }
    }

    public static FutureTerms contract(long multiplier, BigDecimal margin, String root, LocalDate expiry) {
        return new FutureTerms(multiplier, margin, root, expiry, null);
    }

    public static FutureTerms continuous(long multiplier, BigDecimal margin, String root, RollRule rolls) {
        return new FutureTerms(multiplier, margin, root, null, rolls);
    }
}
