package entrepot.trading.learning;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with a penalty: minimises {@code sum w ln(1 + exp(-s z)) + penalty/2 |b|²}, where {@code s} is 1 or -1, {@code z} is
 * {@code b0 + b·x} and {@code x} are the features, less their mean and over their deviation among the samples. {@code b0} is not penalised.
 * By Newton's method, each step halved until the sum falls.
 *
 * @param penalties one a set, 0 or more
 * @see "Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed. 2009, sections 4.4.1 and 4.4.4"
 */
public record LogisticRegression(List<Double> penalties) implements Family {

    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double FLAT = 1e-10;
    /** Near the lowest place a sum no longer falls by more than its rounding, where its slope still does. */
    private static final double ROUNDING = 1e-13;

    @Override
    public List<String> sets() {
        return penalties.stream().map(one -> "penalty=" + one).toList();
    }

    @Override
    public List<Model> fit(Samples samples) {
        return penalties.stream().map(penalty -> (Model) fit(samples, penalty)).toList();
    }

    static LogisticModel fit(Samples samples, double penalty) {
        Scale scale = Scale.of(samples.rows());
        Likelihood likelihood = new Likelihood(Arrays.stream(samples.rows()).map(scale::of).toArray(double[][]::new), samples, penalty);
        double[] b = new double[scale.mean().length + 1];
        double value = likelihood.at(b);
        for (int step = 0; step < MOST_STEPS && likelihood.steepest() > FLAT; step++) {
            double[] newton = likelihood.newton();
            double share = 1;
            double[] next = moved(b, newton, share);
            double reached = likelihood.at(next);
            double allowed = value * (1 + ROUNDING);
            for (int halving = 0; reached > allowed && halving < MOST_HALVINGS; halving++) {
                share /= 2;
                next = moved(b, newton, share);
                reached = likelihood.at(next);
            }
            if (!(reached <= allowed)) {
                break;
            }
            b = next;
            value = reached;
        }
        return new LogisticModel(penalty, scale.mean(), scale.deviation(), b);
    }

    private static double[] moved(double[] b, double[] step, double share) {
        double[] next = new double[b.length];
        Arrays.setAll(next, at -> b[at] - share * step[at]);
        return next;
    }

    /** Mean and deviation of columns; 1 for the deviation of one that does not vary. */
    record Scale(double[] mean, double[] deviation) {

        static Scale of(double[][] rows) {
            int width = rows[0].length;
            double[] mean = new double[width];
            double[] deviation = new double[width];
            for (int column = 0; column < width; column++) {
                for (double[] row : rows) {
                    mean[column] += row[column] / rows.length;
                }
                double squares = 0;
                for (double[] row : rows) {
                    squares += (row[column] - mean[column]) * (row[column] - mean[column]);
                }
                double spread = Math.sqrt(squares / rows.length);
                deviation[column] = spread > 1e-12 * Math.abs(mean[column]) ? spread : 1;
            }
            return new Scale(mean, deviation);
        }

        double[] of(double[] row) {
            double[] scaled = new double[row.length];
            Arrays.setAll(scaled, at -> (row[at] - mean[at]) / deviation[at]);
            return scaled;
        }
    }

    /** The sum, its gradient and its curvature at the place last asked about. */
    private static final class Likelihood {
        private final double[][] rows;
        private final Samples samples;
        private final double penalty;
        private final double[] gradient;
        private final double[][] curvature;

        private Likelihood(double[][] rows, Samples samples, double penalty) {
            this.rows = rows;
            this.samples = samples;
            this.penalty = penalty;
            this.gradient = new double[rows[0].length + 1];
            this.curvature = new double[gradient.length][gradient.length];
        }

        private double at(double[] b) {
            Arrays.fill(gradient, 0);
            for (double[] row : curvature) {
                Arrays.fill(row, 0);
            }
            double sum = 0;
            for (int sample = 0; sample < rows.length; sample++) {
                sum += add(b, rows[sample], samples.label()[sample], samples.weight()[sample]);
            }
            for (int at = 1; at < b.length; at++) {
                sum += penalty / 2 * b[at] * b[at];
                gradient[at] += penalty * b[at];
                curvature[at][at] += penalty;
            }
            return sum;
        }

        private double add(double[] b, double[] row, int label, double weight) {
            double score = b[0];
            for (int at = 0; at < row.length; at++) {
                score += b[at + 1] * row[at];
            }
            double p = Model.ofOdds(score);
            double off = weight * (p - label);
            double bend = weight * p * (1 - p);
            gradient[0] += off;
            curvature[0][0] += bend;
            for (int at = 0; at < row.length; at++) {
                gradient[at + 1] += off * row[at];
                curvature[at + 1][0] += bend * row[at];
                for (int other = 0; other <= at; other++) {
                    curvature[at + 1][other + 1] += bend * row[at] * row[other];
                }
            }
            double margin = label == 1 ? score : -score;
            return weight * (margin > 0 ? StrictMath.log1p(StrictMath.exp(-margin)) : StrictMath.log1p(StrictMath.exp(margin)) - margin);
        }

        private double steepest() {
            return Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        }

        /** Gradient over curvature, by Cholesky's factors. */
        private double[] newton() {
            int size = gradient.length;
            double[][] root = new double[size][size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column <= row; column++) {
                    double sum = curvature[row][column];
                    for (int at = 0; at < column; at++) {
                        sum -= root[row][at] * root[column][at];
                    }
                    root[row][column] = row == column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / root[column][column];
                }
            }
            double[] step = gradient.clone();
            for (int row = 0; row < size; row++) {
                for (int at = 0; at < row; at++) {
                    step[row] -= root[row][at] * step[at];
                }
                step[row] /= root[row][row];
            }
            for (int row = size - 1; row >= 0; row--) {
                for (int at = row + 1; at < size; at++) {
                    step[row] -= root[at][row] * step[at];
                }
                step[row] /= root[row][row];
            }
            return step;
        }
    }
}
