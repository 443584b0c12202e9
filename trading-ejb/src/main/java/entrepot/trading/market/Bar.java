package entrepot.trading.market;

/** @param time milliseconds of the epoch, UTC: when the bar ended, or 00:00 of the trading day for daily bars */
public record Bar(long time, double open, double high, double low, double close, double volume) {

    /** A day or moment of which only one price is known. */
    public static Bar of(long time, double price) {
        return new Bar(time, price, price, price, price, 0);
    }
}
