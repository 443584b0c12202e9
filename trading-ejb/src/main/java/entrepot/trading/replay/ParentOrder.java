package entrepot.trading.replay;

import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;
import static entrepot.trading.indicator.Parameter.whole;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.portfolio.Exact;
import java.util.List;
import java.util.Map;

/**
 * So much is to be bought or sold in so much time, in equal parts: each rests at the best price of its side for its share of the time, and what is
 * left of it then is taken from the other side.
 *
 * @param seconds for all of it
 * @param after   seconds from the first moment at which it could begin
 */
public record ParentOrder(Side side, double units, double seconds, int parts, double after) {

    public static final List<Parameter> PARAMETERS = List.of(choice("side", Side.BUY.name(), Side.SELL.name()), number("units", 100, 0.000001, 1e9),
            number("seconds", 600, 0, 10_000_000), whole("parts", 1, 1, 10_000), number("after", 0, 0, 10_000_000));

    private static final double NANOS = 1e9;

    /** Which way. */
    public enum Side {
        BUY, SELL;

        int sign() {
            return this == BUY ? 1 : -1;
        }
    }

    /** @param given numbers as {@link Double}, the side as its name; the standard for what is not given */
    public static ParentOrder of(Map<String, Object> given) {
        Settings all = Settings.of("PARENT_ORDER", PARAMETERS, given);
        return new ParentOrder(Side.valueOf(all.choice("side")), all.number("units"), all.number("seconds"), all.whole("parts"), all.number("after"));
    }

    /** From {@link #settings}. */
    public static ParentOrder read(String settings) {
        return of(Settings.read(PARAMETERS, settings));
    }

    /** Millionths. */
    long all() {
        return Math.round(units * Exact.UNIT);
    }

    /** Millionths of the first parts together. */
    long first(long count) {
        return count >= parts ? all() : Exact.floor(all(), count, parts);
    }

    /** Parts whose time is over. @param nanos since it began */
    long over(long nanos) {
        long all = Math.round(seconds * NANOS);
        return nanos >= all ? parts : Exact.floor(nanos, parts, all);
    }

    /** Nanoseconds. */
    long pause() {
        return Math.round(after * NANOS);
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "side" -> side.name();
            case "units" -> Parameter.decimal(units);
            case "seconds" -> Parameter.decimal(seconds);
            case "parts" -> Integer.toString(parts);
            default -> Parameter.decimal(after);
        };
    }

    /** All of them, one blank between two. */
    public String settings() {
        return Parameter.settings(PARAMETERS, this::value);
    }

    /** In words, stable. */
    public String words() {
        return "parent-order " + settings();
    }
}
