package entrepot.trading.screen;

import entrepot.trading.market.InstrumentKind;
import java.util.List;

/**
 * Which instruments are asked: those of a kind, or those that are listed, or all where neither is said.
 *
 * @param kind    or null
 * @param symbols in the order of the alphabet, or null
 */
public record Universe(InstrumentKind kind, List<String> symbols) {

    public static final Universe ALL = new Universe(null, null);
    public static final int MOST_LISTED = 1_000;

    public Universe {
        symbols = symbols == null ? null : symbols.stream().sorted().distinct().toList();
        if (kind != null && symbols != null) {
            throw new IllegalArgumentException("instruments of a kind and listed ones cannot both be asked");
        }
        if (symbols != null && (symbols.isEmpty() || symbols.size() > MOST_LISTED)) {
            throw new IllegalArgumentException(symbols.size() + " instruments are listed, must be 1 to " + MOST_LISTED);
        }
    }
}
