package entrepot.trading.market;

import java.time.LocalDate;

/**
 * One trading day of a calendar.
 *
 * @param from milliseconds of the epoch, UTC, when it begins: maybe on the evening before
 * @param to   when it ends, exclusive
 */
public record Session(LocalDate day, long from, long to) {}
