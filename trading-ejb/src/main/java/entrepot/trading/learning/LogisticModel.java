package entrepot.trading.learning;

import java.util.Arrays;

/**
 * A fitted logistic regression.
 *
 * @param mean         of each feature among the samples, and deviation
 * @param coefficients the constant, then one a feature, of features so scaled
 */
public record LogisticModel(double penalty, double[] mean, double[] deviation, double[] coefficients) implements Model {

    @Override
    public double probability(double[] row) {
        double score = coefficients[0];
        for (int at = 0; at < row.length; at++) {
            score += coefficients[at + 1] * (row[at] - mean[at]) / deviation[at];
        }
        return Model.ofOdds(score);
    }

    @Override
    public String text() {
        return "{\"kind\":\"LOGISTIC\",\"penalty\":" + penalty + ",\"means\":" + Arrays.toString(mean) + ",\"deviations\":" + Arrays.toString(deviation)
                + ",\"coefficients\":" + Arrays.toString(coefficients) + "}";
    }
}
