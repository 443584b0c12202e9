package entrepot.trading.market;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Something that has a price.
 *
 * @param symbol       letters, digits, dot, dash, at most 32: {@code AAPL}, {@code BRK.B}, {@code WTI}
 * @param currency     ISO 4217 code of the prices
 * @param tickSize     smallest step of a price, above zero
 * @param belowZero    whether a price may be zero or less: oil settled at -36.98 on 20 April 2020
 * @param lotSize      it is traded in whole multiples of so many units; null for any fraction
 * @param future       null of what is no future
 * @param calendar     code of the calendar by which it trades, or null
 */
public record Instrument(String symbol, String name, InstrumentKind kind, String currency, BigDecimal tickSize,
        boolean belowZero, BigDecimal lotSize, FutureTerms future, String calendar) {

    public static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,31}");

    public Instrument {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("not a symbol: " + symbol);
        }
        if (tickSize.signum() <= 0 || lotSize != null && lotSize.signum() <= 0) {
            throw new IllegalArgumentException("tick size of " + symbol + " is " + tickSize + ", lot size is " + lotSize);
        }
        if (kind.isFuture() != (future != null) || future != null && (kind == InstrumentKind.FUTURE) != (future.expiry() != null)) {
            throw new IllegalArgumentException(symbol + " is " + kind + " with " + future);
        }
    }

    /** What is no future and trades in any fraction. */
    public static Instrument of(String symbol, String name, InstrumentKind kind, String currency, BigDecimal tickSize, boolean belowZero) {
        return new Instrument(symbol, name, kind, currency, tickSize, belowZero, null, null, null);
    }

    public boolean allows(double price) {
        return Double.isFinite(price) && (belowZero || price > 0);
    }
}
