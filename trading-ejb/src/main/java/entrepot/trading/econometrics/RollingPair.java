package entrepot.trading.econometrics;

import entrepot.trading.evidence.Moments;
import java.util.Arrays;

/**
 * How far one series has gone from another, by the window up to each moment and nothing after it.
 *
 * @param hedge of the regression of one on the other with a constant; not a number before the window is full
 * @param score spread of the moment less its mean in the window, over its sample deviation there
 */
public record RollingPair(double[] hedge, double[] score) {

    public static RollingPair of(double[] one, double[] other, int window) {
        if (one.length != other.length || window < 3) {
            throw new IllegalArgumentException("series of " + one.length + " and " + other.length + ", window of " + window
                    + ", must be as many, and 3 or more");
        }
        double[] hedge = new double[one.length];
        double[] score = new double[one.length];
        Arrays.fill(hedge, Double.NaN);
        Arrays.fill(score, Double.NaN);
        for (int at = window - 1; at < one.length; at++) {
            double[] left = Arrays.copyOfRange(one, at - window + 1, at + 1);
            double[] right = Arrays.copyOfRange(other, at - window + 1, at + 1);
            double weight = new Design().add(right).add(Trend.CONSTANT, window).fit(left).weights()[0];
            double[] spread = new double[window];
            Arrays.setAll(spread, row -> left[row] - weight * right[row]);
            Moments shape = Moments.of(spread);
            hedge[at] = weight;
            score[at] = (spread[window - 1] - shape.mean()) / shape.deviation();
        }
        return new RollingPair(hedge, score);
    }

    /** What to hold of the spread: entered against a score beyond a limit, until the score crosses 0. @param enter above 0 */
    public int[] positions(double enter) {
        int[] positions = new int[score.length];
        int held = 0;
        for (int at = 0; at < score.length; at++) {
            held = held * score[at] >= 0 && held != 0 ? 0 : held;
            if (held == 0 && Math.abs(score[at]) > enter) {
                held = score[at] > 0 ? -1 : 1;
            }
            positions[at] = held;
        }
        return positions;
    }
}
