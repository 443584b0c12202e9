/**
 * Trades in a recorded flow of orders or quotes. The market goes on as it did: {@link entrepot.trading.replay.Replay} puts one's own orders beside it,
 * and says which of what happened would have filled them. {@code docs/execution.md} has the rules.
 */
package entrepot.trading.replay;
