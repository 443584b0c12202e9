package entrepot.trading.strategy;

/**
 * What a strategy looked at, at each bar.
 *
 * @param rule   which of several rules it is or is a part of, as {@code entry}; null of a strategy that has one
 * @param text   as a rule would say it
 * @param depth  0 of what decides, 1 of what that is made of, and so on
 * @param values of a condition 1 or 0; not a number where it is undefined
 */
public record Sight(String rule, String text, int depth, Kind kind, double[] values) {

    /** What its values are. */
    public enum Kind {
        CONDITION,
        /** On the scale of the prices. */
        PRICE,
        NUMBER
    }

    static Sight price(String text, double[] values) {
        return new Sight(null, text, 0, Kind.PRICE, values);
    }

    static Sight number(String text, double[] values) {
        return new Sight(null, text, 0, Kind.NUMBER, values);
    }
}
