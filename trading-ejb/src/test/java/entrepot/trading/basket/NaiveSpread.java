package entrepot.trading.basket;

import entrepot.trading.pair.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * A second implementation of baskets by Johansen's test: product moments, inverses by elimination and the power method in place of orthogonal bases
 * and rotations, and everything worked out again each day. Johansen 1991, equations for the product moments; no lag or one.
 */
final class NaiveSpread {

    /** Trace at 95 % with a constant, of 1 to 6 walks without a drift. */
    private static final double[] TRACE = {8.20, 18.08, 31.86, 49.76, 71.66, 97.47};

    final List<String> turns = new ArrayList<>();
    final List<double[]> weights = new ArrayList<>();
    final double[] score;

    NaiveSpread(Cointegration rule, Plan plan, double[][] closes) {
        int days = closes[0].length;
        int window = plan.window();
        score = new double[days];
        double[] held = null;
        int side = 0;
        int locked = 0;
        for (int day = 0; day < days; day++) {
            score[day] = Double.NaN;
            if (day < window - 1) {
                continue;
            }
            int tested = day - (day - window + 1) % plan.every();
            double[] eigenvalues = new double[closes.length];
            double[] vector = johansen(closes, tested - window + 1, tested, rule.lags(), eigenvalues);
            int rank = rank(eigenvalues, window - 1 - rule.lags());
            double[] units = side == 0 ? vector : held;
            score[day] = score(units, closes, day, window);
            double gone = score[day];
            if (side == 0) {
                if (locked != 0 && locked * gone >= -rule.exit()) {
                    locked = 0;
                }
                int wanted = gone < 0 ? 1 : -1;
                if (rank > 0 && Math.abs(gone) > rule.enter() && Math.abs(gone) < rule.stop() && wanted != locked) {
                    side = wanted;
                    held = units;
                    turns.add(day + " in " + rank);
                    weights.add(weights(units, side, closes, day, plan.most()));
                }
            } else {
                Ending ending = rank == 0 ? Ending.BROKEN : side * gone <= -rule.stop() ? Ending.STOPPED : side * gone >= -rule.exit() ? Ending.BACK : null;
                if (ending != null) {
                    locked = ending == Ending.STOPPED ? side : locked;
                    side = 0;
                    turns.add(day + " " + ending + " " + rank);
                    weights.add(new double[closes.length]);
                }
            }
        }
    }

    static int rank(double[] eigenvalues, int rows) {
        for (int rank = 0; rank < eigenvalues.length; rank++) {
            double trace = 0;
            for (int at = rank; at < eigenvalues.length; at++) {
                trace -= rows * Math.log(1 - eigenvalues[at]);
            }
            if (trace <= TRACE[eigenvalues.length - rank - 1]) {
                return rank;
            }
        }
        return eigenvalues.length;
    }

    /** The first vector, its first entry above 0. @param eigenvalues filled, largest first */
    static double[] johansen(double[][] closes, int from, int to, int lags, double[] eigenvalues) {
        int count = closes.length;
        int rows = to - from - lags;
        double[][] change = new double[count][rows];
        double[][] level = new double[count][rows];
        double[][] before = new double[1 + lags * count][rows];
        for (int row = 0; row < rows; row++) {
            int day = from + 1 + lags + row;
            before[0][row] = 1;
            for (int one = 0; one < count; one++) {
                change[one][row] = closes[one][day] - closes[one][day - 1];
                level[one][row] = closes[one][day - 1 - lags];
                for (int lag = 1; lag <= lags; lag++) {
                    before[1 + (lag - 1) * count + one][row] = closes[one][day - lag] - closes[one][day - lag - 1];
                }
            }
        }
        double[][] r0 = rest(change, before);
        double[][] r1 = rest(level, before);
        double[][] s00 = moments(r0, r0);
        double[][] s10 = moments(r1, r0);
        double[][] s11 = moments(r1, r1);
        double[][] m = times(inverse(s11), times(s10, times(inverse(s00), turned(s10))));
        double[] first = null;
        for (int at = 0; at < count; at++) {
            double[] right = power(m);
            double[] left = power(turned(m));
            double[] image = apply(m, right);
            int largest = 0;
            for (int one = 0; one < count; one++) {
                largest = Math.abs(right[one]) > Math.abs(right[largest]) ? one : largest;
            }
            eigenvalues[at] = image[largest] / right[largest];
            first = first == null ? right : first;
            double product = 0;
            for (int one = 0; one < count; one++) {
                product += left[one] * right[one];
            }
            for (int row = 0; row < count; row++) {
                for (int column = 0; column < count; column++) {
                    m[row][column] -= eigenvalues[at] * right[row] * left[column] / product;
                }
            }
        }
        double[] vector = first.clone();
        for (int one = 0; one < count; one++) {
            vector[one] *= Math.signum(first[0]);
        }
        return vector;
    }

    private static double score(double[] units, double[][] closes, int day, int window) {
        double mean = 0;
        double now = 0;
        double[] spread = new double[window];
        for (int at = 0; at < window; at++) {
            now = 0;
            for (int one = 0; one < closes.length; one++) {
                now += units[one] * closes[one][day - window + 1 + at];
            }
            spread[at] = now;
            mean += now / window;
        }
        double squares = 0;
        for (double one : spread) {
            squares += (one - mean) * (one - mean);
        }
        return (now - mean) / Math.sqrt(squares / (window - 1));
    }

    private static double[] weights(double[] units, int side, double[][] closes, int day, double most) {
        double sum = 0;
        double largest = 0;
        for (int one = 0; one < units.length; one++) {
            double size = Math.abs(units[one] * closes[one][day]);
            sum += size;
            largest = Math.max(largest, size);
        }
        double[] weights = new double[units.length];
        for (int one = 0; one < units.length; one++) {
            weights[one] = side * units[one] * closes[one][day] / Math.max(sum, largest / most);
        }
        return weights;
    }

    /** By the normal equations. */
    private static double[][] rest(double[][] of, double[][] on) {
        double[][] fitted = times(times(moments(of, on), inverse(moments(on, on))), on);
        double[][] rest = new double[of.length][of[0].length];
        for (int one = 0; one < of.length; one++) {
            for (int row = 0; row < rest[one].length; row++) {
                rest[one][row] = of[one][row] - fitted[one][row];
            }
        }
        return rest;
    }

    private static double[][] moments(double[][] one, double[][] other) {
        return times(one, turned(other));
    }

    private static double[][] turned(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix[0].length; column++) {
                turned[column][row] = matrix[row][column];
            }
        }
        return turned;
    }

    private static double[][] times(double[][] one, double[][] other) {
        double[][] product = new double[one.length][other[0].length];
        for (int row = 0; row < one.length; row++) {
            for (int column = 0; column < other[0].length; column++) {
                for (int at = 0; at < other.length; at++) {
                    product[row][column] += one[row][at] * other[at][column];
                }
            }
        }
        return product;
    }

    private static double[] apply(double[][] matrix, double[] vector) {
        double[][] image = times(matrix, turned(new double[][] {vector}));
        return turned(image)[0];
    }

    private static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] both = new double[size][2 * size];
        for (int row = 0; row < size; row++) {
            System.arraycopy(matrix[row], 0, both[row], 0, size);
            both[row][size + row] = 1;
        }
        for (int pivot = 0; pivot < size; pivot++) {
            int best = pivot;
            for (int row = pivot; row < size; row++) {
                best = Math.abs(both[row][pivot]) > Math.abs(both[best][pivot]) ? row : best;
            }
            double[] swap = both[pivot];
            both[pivot] = both[best];
            both[best] = swap;
            double divisor = both[pivot][pivot];
            for (int column = 0; column < 2 * size; column++) {
                both[pivot][column] /= divisor;
            }
            for (int row = 0; row < size; row++) {
                double factor = both[row][pivot];
                for (int column = 0; row != pivot && column < 2 * size; column++) {
                    both[row][column] -= factor * both[pivot][column];
                }
            }
        }
        double[][] inverse = new double[size][size];
        for (int row = 0; row < size; row++) {
            System.arraycopy(both[row], size, inverse[row], 0, size);
        }
        return inverse;
    }

    /** The eigenvector of the largest eigenvalue; the matrix is squared, which makes few steps do. */
    private static double[] power(double[][] matrix) {
        double[][] squared = matrix;
        for (int step = 0; step < 40; step++) {
            squared = times(squared, squared);
            double largest = 0;
            for (double[] row : squared) {
                for (double value : row) {
                    largest = Math.max(largest, Math.abs(value));
                }
            }
            for (double[] row : squared) {
                for (int column = 0; column < row.length; column++) {
                    row[column] /= largest;
                }
            }
        }
        double[] best = null;
        double length = 0;
        for (double[] column : turned(squared)) {
            double sum = 0;
            for (double value : column) {
                sum += value * value;
            }
            if (sum > length) {
                length = sum;
                best = column;
            }
        }
        return best;
    }
}
