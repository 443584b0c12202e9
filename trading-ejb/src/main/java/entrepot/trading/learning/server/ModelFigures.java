package entrepot.trading.learning.server;

import entrepot.trading.learning.Scores;

/**
 * How good a model is.
 *
 * @param inSample    on what it was fitted on
 * @param outOfSample on the labels of the bars at which it was in use
 * @param baseline    of saying the share of ones of its training instead
 * @param losses      mean log loss of each set of hyperparameters in the folds; not a number where none could be tested
 */
public record ModelFigures(Scores inSample, Scores outOfSample, Scores baseline, double[] losses) {}
