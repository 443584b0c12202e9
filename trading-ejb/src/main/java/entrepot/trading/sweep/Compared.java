package entrepot.trading.sweep;

import entrepot.trading.evidence.BestRule;
import entrepot.trading.evidence.CrossValidation;
import java.util.Arrays;
import java.util.List;

/**
 * Some cells at equal distances, and the chosen one, by their returns up to the split: whether to choose the best among them is worth anything.
 * A figure that these cannot say is not a number.
 *
 * @param cells       that were looked at; one whose money was gone is left out
 * @param bars        that a return spans, more than one where there are many
 * @param overfitting probability that the best of one half of the time is below the middle in the other: by all choices of 8 of 16 stretches
 * @param reality     White's reality check: probability that luck makes the best of them better than holding nothing by as much
 * @param superior    the same by Hansen's test of superior predictive ability
 * @see CrossValidation
 * @see BestRule
 */
public record Compared(int cells, int bars, double overfitting, double reality, double superior) {

    private static final int STRETCHES = 16;
    private static final int MOST_RETURNS = 10_000;
    private static final double RESTART = 0.1;
    private static final int DRAWS = 10_000;
    private static final long SEED = 1;

    /** @param returns of each cell, of the same bars */
    static Compared of(List<double[]> returns) {
        List<double[]> known = returns.stream().filter(cell -> Arrays.stream(cell).allMatch(Double::isFinite)).toList();
        int count = known.isEmpty() ? 0 : known.get(0).length;
        int bars = Math.max(1, (count + MOST_RETURNS - 1) / MOST_RETURNS);
        double[][] rows = new double[count / bars][known.size()];
        for (int row = 0; row < rows.length; row++) {
            for (int cell = 0; cell < known.size(); cell++) {
                rows[row][cell] = together(known.get(cell), row * bars, bars);
            }
        }
        boolean enough = known.size() > 1 && rows.length >= 2 * STRETCHES;
        if (!enough) {
            return new Compared(known.size(), bars, Double.NaN, Double.NaN, Double.NaN);
        }
        BestRule best = BestRule.of(rows, RESTART, DRAWS, SEED);
        return new Compared(known.size(), bars, CrossValidation.of(rows, STRETCHES).overfitting(), best.reality(), best.superior());
    }

    private static double together(double[] returns, int from, int bars) {
        double gained = 1;
        for (int at = from; at < from + bars; at++) {
            gained *= 1 + returns[at];
        }
        return gained - 1;
    }
}
