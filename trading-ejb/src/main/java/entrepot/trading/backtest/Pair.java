package entrepot.trading.backtest;

import entrepot.trading.pair.PairRule;

/** The second instrument of a question about two, and when they are traded. */
public record Pair(String other, PairRule rule) {}
