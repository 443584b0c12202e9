package entrepot.trading.market;

/**
 * A row that is kept out of the series.
 *
 * @param bar  null where it could not be read
 * @param text of the row, as the file or we write it
 */
public record HeldBar(Bar bar, QuarantineReason reason, String detail, long line, String text) {}
