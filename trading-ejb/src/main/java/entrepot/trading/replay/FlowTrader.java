package entrepot.trading.replay;

/** A strategy in a recorded market. */
@FunctionalInterface
public interface FlowTrader {

    /** Asked at the end of each interval of the clock in which something happened. */
    void onClock(MarketView view);
}
