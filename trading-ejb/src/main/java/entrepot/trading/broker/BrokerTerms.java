package entrepot.trading.broker;

import entrepot.trading.portfolio.Exact;
import entrepot.trading.portfolio.FeeSchedule;

/**
 * What dealing with the broker is like. Shares and rates are billionths: 100,000,000 is 10 %.
 *
 * @param participation share of a bar's volume that all orders together may have; 0 where volume does not matter
 * @param latency       bars that an order or a cancellation is on its way beyond the next open
 * @param latencyMillis time that it is on its way besides: it is known in the first bar that begins when that is over. A bar begins when the one before
 *                      is named, no later, so that less than a bar is a bar
 * @param initial       share of the value of positions that the account must be worth to open more; 0 where it is not asked
 * @param maintenance   the same to hold them; below it everything is closed out; not above {@code initial} where that is asked
 * @param borrow        of a short's value, a year of 365 days
 * @param credit        interest on cash, a year
 * @param debit         interest on owed cash, a year
 * @param gapsAtLimit   whether a limit that an open is beyond is filled at the limit, not at the open
 */
public record BrokerTerms(FeeSchedule fees, Slippage slippage, long participation, int latency, long latencyMillis, long initial, long maintenance, long borrow,
        long credit, long debit, boolean gapsAtLimit) {

    public static final long WHOLE = 1_000_000_000;
    private static final long YEAR = 365;

    public BrokerTerms {
        if (participation < 0 || participation > WHOLE || latency < 0 || latencyMillis < 0 || initial < 0 || maintenance < 0 || initial > 0 && maintenance > initial || borrow < 0
                || credit < 0 || debit < 0) {
            throw new IllegalArgumentException("participation is " + participation + ", latency is " + latency + ", latencyMillis is " + latencyMillis + ", initial is " + initial
                    + ", maintenance is " + maintenance + ", borrow is " + borrow + ", credit is " + credit + ", debit is " + debit
                    + ", must be 0 or more, participation at most " + WHOLE + ", maintenance not above initial where that is asked");
        }
    }

    /** Volume does not matter, nothing is on its way, nobody asks for margin or interest. */
    public static BrokerTerms of(FeeSchedule fees, Slippage slippage) {
        return new BrokerTerms(fees, slippage, 0, 0, 0, 0, 0, 0, 0, 0, false);
    }

    public BrokerTerms slipping(Slippage other) {
        return new BrokerTerms(fees, other, participation, latency, latencyMillis, initial, maintenance, borrow, credit, debit, gapsAtLimit);
    }

    /** The same with a market that is so hard on orders. */
    public BrokerTerms under(Execution execution) {
        return execution.on(this);
    }

    public BrokerTerms participating(long share) {
        return new BrokerTerms(fees, slippage, share, latency, latencyMillis, initial, maintenance, borrow, credit, debit, gapsAtLimit);
    }

    public BrokerTerms late(int bars) {
        return late(bars, latencyMillis);
    }

    public BrokerTerms late(int bars, long millis) {
        return new BrokerTerms(fees, slippage, participation, bars, millis, initial, maintenance, borrow, credit, debit, gapsAtLimit);
    }

    public BrokerTerms margined(long toOpen, long toHold) {
        return new BrokerTerms(fees, slippage, participation, latency, latencyMillis, toOpen, toHold, borrow, credit, debit, gapsAtLimit);
    }

    public BrokerTerms carrying(long onShorts, long paid, long owed) {
        return new BrokerTerms(fees, slippage, participation, latency, latencyMillis, initial, maintenance, onShorts, paid, owed, gapsAtLimit);
    }

    /**
     * The same with what is asked in settings, as shares.
     *
     * @param margin of positions, that the account must be worth to open more; half of it to hold them
     * @param borrow a year, on the value of shorts and on owed cash
     */
    public BrokerTerms charging(double margin, double borrow) {
        long rate = billionths(borrow);
        return margined(billionths(margin), billionths(margin) / 2).carrying(rate, 0, rate);
    }

    /** What money costs or brings at a rate of billionths a year of 365 days; minor units, half away from zero. */
    public static long overDays(long money, long rate, long days) {
        return Exact.share(money, Math.multiplyExact(rate, days), WHOLE * YEAR);
    }

    public static long billionths(double share) {
        return Math.round(share * WHOLE);
    }

    /** Margin is asked to hold positions, not to open them. */
    public BrokerTerms openingFreely() {
        return margined(0, maintenance);
    }

    /** The harder reading of a gap: what stood was filled before the open, as the price went by. */
    public BrokerTerms gapsAtLimits() {
        return new BrokerTerms(fees, slippage, participation, latency, latencyMillis, initial, maintenance, borrow, credit, debit, true);
    }

    boolean carries() {
        return borrow + credit + debit > 0;
    }

    public String words() {
        return "fees=(" + fees + ") slippage=(" + slippage + ") participation=" + participation + " latency=" + latency
                + (latencyMillis == 0 ? "" : " latencyMillis=" + latencyMillis) + " initial=" + initial
                + " maintenance=" + maintenance + " borrow=" + borrow + " credit=" + credit + " debit=" + debit
                + (gapsAtLimit ? " gaps at limit" : "");
    }
}
