package entrepot.trading.market.server;

/** Which file it was. */
public record MarketFile(String name, byte[] sha256) {}
