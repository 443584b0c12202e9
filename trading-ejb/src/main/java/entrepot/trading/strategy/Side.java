package entrepot.trading.strategy;

/** Which positions a strategy may take. */
public enum Side {
    LONG_ONLY, LONG_SHORT;

    int of(int sign) {
        return this == LONG_ONLY ? Math.max(sign, 0) : sign;
    }
}
