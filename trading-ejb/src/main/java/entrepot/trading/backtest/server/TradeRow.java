package entrepot.trading.backtest.server;

/** A trade as its row says; times are milliseconds of the epoch, UTC. */
public record TradeRow(int number, int side, double units, long entryTime, double entryPrice, long exitTime, double exitPrice,
        double fees, double profit, boolean open) {}
