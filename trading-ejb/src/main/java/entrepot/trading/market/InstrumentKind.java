package entrepot.trading.market;

/** CONTINUOUS is all contracts of a future, one after the other. */
public enum InstrumentKind {
    EQUITY, FUTURE, CONTINUOUS, COMMODITY, FX, CRYPTO, OTHER;

    public boolean isFuture() {
        return this == FUTURE || this == CONTINUOUS;
    }
}
