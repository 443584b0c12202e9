/**
 * Says what to hold. A strategy decides at the close of a bar, from that bar and those before it; what it decides is filled
 * later by whoever runs it: a backtest at the next open, a sweep over thousands of parameters by jumping from one change to
 * the next. Both ask the same {@link entrepot.trading.strategy.Decisions}, so they cannot disagree.
 * {@link entrepot.trading.strategy.BuiltIn} lists what is ready to run.
 */
package entrepot.trading.strategy;
