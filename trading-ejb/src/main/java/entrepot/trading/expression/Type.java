package entrepot.trading.expression;

/** What an expression is. */
public enum Type {
    /** A number at each bar. */
    NUMBER,
    /** True, false or undefined at each bar. */
    BOOLEAN,
    /** One number, known before any bar. */
    CONSTANT;

    boolean isNumber() {
        return this != BOOLEAN;
    }

    String words() {
        return switch (this) {
            case NUMBER -> "a number";
            case BOOLEAN -> "a condition";
            case CONSTANT -> "a constant";
        };
    }
}
