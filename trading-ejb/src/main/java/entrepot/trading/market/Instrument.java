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
 */
public record Instrument(String symbol, String name, InstrumentKind kind, String currency, BigDecimal tickSize,
        boolean belowZero) {

    public static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,31}");

    public Instrument {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("not a symbol: " + symbol);
        }
        if (tickSize.signum() <= 0) {
            throw new IllegalArgumentException("tick size of " + symbol + " is " + tickSize);
        }
    }

    public boolean allows(double price) {
        return Double.isFinite(price) && (belowZero || price > 0);
    }
}
