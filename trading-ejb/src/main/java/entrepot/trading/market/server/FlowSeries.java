package entrepot.trading.market.server;

import entrepot.trading.flow.FlowKind;

/**
 * What there is of one kind.
 *
 * @param firstTime nanoseconds of the epoch, UTC, null where there are no rows, as {@code lastTime}
 * @param dataHash  SHA-256 of all rows, null where there are none
 * @param held      rows in quarantine about which nobody has decided
 */
public record FlowSeries(long id, FlowKind kind, long size, Long firstTime, Long lastTime, int gaps, String dataHash, long held) {}
