package entrepot.trading.broker;

/** A strategy that gives orders. What it does at a bar may depend on that bar and those before it, of any instrument; {@link CutRun} finds one that looks further. */
public interface Trader {

    /** Asked at the close of each bar. @param bar of the instrument, from 0 */
    void onBar(Desk desk, int instrument, int bar);

    /** Told of each fill, within its bar: what it orders then is known at the close. */
    default void onFill(Desk desk, BrokerFill fill) {}
}
