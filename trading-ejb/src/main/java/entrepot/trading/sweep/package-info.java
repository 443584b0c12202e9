/**
 * Tries a strategy with many numbers. A {@link entrepot.trading.sweep.Space} counts the combinations of its axes, so that a cell is
 * a number and needs no object; {@link entrepot.trading.sweep.SweepRun} fills chunks of columns, each by itself and always the same,
 * so that a sweep may stop behind any of them. What is chosen is chosen by the bars up to the split alone.
 */
package entrepot.trading.sweep;
