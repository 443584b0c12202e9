package entrepot.trading.market;

public enum InstrumentKind { EQUITY, COMMODITY, FX, CRYPTO, OTHER }
