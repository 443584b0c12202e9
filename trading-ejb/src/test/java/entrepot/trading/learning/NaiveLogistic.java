package entrepot.trading.learning;

import java.util.Arrays;

/** Penalised logistic regression as least squares that are weighted anew, on features scaled beforehand, solved by Gauss. */
public final class NaiveLogistic {

    private final double[] mean;
    private final double[] deviation;
    private final double[] b;

    public NaiveLogistic(double[][] rows, int[] label, double[] weight, double penalty) {
        int width = rows[0].length;
        mean = new double[width];
        deviation = new double[width];
        for (int column = 0; column < width; column++) {
            int at = column;
            mean[at] = Arrays.stream(rows).mapToDouble(row -> row[at]).average().orElseThrow();
            double variance = Arrays.stream(rows).mapToDouble(row -> Math.pow(row[at] - mean[at], 2)).average().orElseThrow();
            deviation[at] = Math.sqrt(variance) > 1e-12 * Math.abs(mean[at]) ? Math.sqrt(variance) : 1;
        }
        b = new double[width + 1];
        for (int round = 0; round < 60; round++) {
            double[][] left = new double[width + 1][width + 1];
            double[] right = new double[width + 1];
            for (int sample = 0; sample < rows.length; sample++) {
                double[] x = extended(rows[sample]);
                double p = odds(x);
                double w = weight[sample] * p * (1 - p);
                double working = 0;
                for (int at = 0; at <= width; at++) {
                    working += x[at] * b[at];
                }
                for (int at = 0; at <= width; at++) {
                    right[at] += x[at] * (w * working + weight[sample] * (label[sample] - p));
                    for (int other = 0; other <= width; other++) {
                        left[at][other] += w * x[at] * x[other];
                    }
                }
            }
            for (int at = 1; at <= width; at++) {
                left[at][at] += penalty;
            }
            System.arraycopy(solved(left, right), 0, b, 0, b.length);
        }
    }

    public double probability(double[] row) {
        return odds(extended(row));
    }

    private double odds(double[] x) {
        double score = 0;
        for (int at = 0; at < x.length; at++) {
            score += x[at] * b[at];
        }
        return 1 / (1 + Math.exp(-score));
    }

    private double[] extended(double[] row) {
        double[] x = new double[row.length + 1];
        Arrays.setAll(x, at -> at == 0 ? 1 : (row[at - 1] - mean[at - 1]) / deviation[at - 1]);
        return x;
    }

    private static double[] solved(double[][] left, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column; row < size; row++) {
                pivot = Math.abs(left[row][column]) > Math.abs(left[pivot][column]) ? row : pivot;
            }
            double[] moved = left[pivot];
            left[pivot] = left[column];
            left[column] = moved;
            double value = right[pivot];
            right[pivot] = right[column];
            right[column] = value;
            for (int row = 0; row < size; row++) {
                if (row != column) {
                    double factor = left[row][column] / left[column][column];
                    for (int at = column; at < size; at++) {
                        left[row][at] -= factor * left[column][at];
                    }
                    right[row] -= factor * right[column];
                }
            }
        }
        double[] found = new double[size];
        Arrays.setAll(found, at -> right[at] / left[at][at]);
        return found;
    }
}
