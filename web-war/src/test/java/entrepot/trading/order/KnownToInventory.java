package entrepot.trading.order;

/** Part of trading, which inventory must not know. */
public class KnownToInventory {}
