package entrepot.trading.basket;

/**
 * What a rule saw of its spread at the close of each day; not a number where it saw none.
 *
 * @param score        distance from the mean in deviations
 * @param combinations that come back, by the latest test
 */
public record SpreadPath(double[] score, double[] combinations) {}
