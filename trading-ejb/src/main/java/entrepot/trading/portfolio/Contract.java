package entrepot.trading.portfolio;

import java.util.Currency;

/**
 * What one unit of something is.
 *
 * @param symbol     of the instrument
 * @param multiplier units of money for one point of the price: 1 for a share, 100 where a contract is of 100 ounces
 * @param margined   whether it is a future: nothing is paid for it, and each day's gain is paid in cash
 * @param margin     minor units held back for each unit, long or short; 0 for a share
 */
public record Contract(String symbol, Currency currency, long multiplier, boolean margined, long margin) {

    public Contract {
        if (multiplier < 1 || margin < 0) {
            throw new IllegalArgumentException(
                    symbol + " has a multiplier of " + multiplier + " and a margin of " + margin + ", must be 1 or more, and 0 or more");
        }
    }

    public static Contract share(String symbol, Currency currency) {
        return new Contract(symbol, currency, 1, false, 0);
    }

    public static Contract future(String symbol, Currency currency, long multiplier, long margin) {
        return new Contract(symbol, currency, multiplier, true, margin);
    }

    /** Minor units, half up. @param price billionths; @param units millionths */
    public long value(long price, long units) {
        return Exact.share(price, Math.multiplyExact(units, multiplier), divisor());
    }

    /** What it takes to hold so many: their value, or the margin. */
    public long tiedUp(long price, long units) {
        return margined ? Exact.share(margin, Math.abs(units), Exact.UNIT) : value(price, units);
    }

    /** Price times units that make one minor unit. */
    private long divisor() {
        long divisor = Exact.PRICE * Exact.UNIT;
        for (int digit = 0; digit < currency.getDefaultFractionDigits(); digit++) {
            divisor /= 10;
        }
        return divisor;
    }
}
