package entrepot.trading.market.server;

/** What became of a row that was kept out of its series. */
public enum HeldStatus {
    HELD,
    /** It is in its series. */
    RELEASED,
    /** A person said that it does not belong there; it can still be released. */
    DISMISSED
}
