package entrepot.trading.market;

/** How much time a bar of a series covers. A price a week or a month is a series of days with few of them. */
public enum BarStep { DAY, MINUTE }
