package entrepot.trading.learning;

/**
 * One model of a walk forward.
 *
 * @param number   from 1
 * @param at       the bar at whose close it was fitted; {@code from} is the first bar of its window
 * @param until    one past the last bar at which it is in use
 * @param samples  labels it was fitted on, all of which had ended at {@code at}
 * @param base     share of them that were 1
 * @param chosen   place of its set of hyperparameters among all
 * @param losses   of each set, mean log loss in the folds; not a number where no fold could be tested
 * @param inSample how well it does on what it was fitted on
 */
public record Fit(int number, int at, int from, int until, int samples, double base, int chosen, double[] losses, Model model, Scores inSample) {}
