package entrepot.trading.econometrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far two groups of columns say the same.
 *
 * @param correlations squared, largest first
 * @param weights      of the columns of the first group that make the combination of each correlation, which has length 1
 */
record Canonical(double[] correlations, double[][] weights) {

    private static final int SWEEPS = 100;

    /** Of two orthogonal bases, the squared singular values of their products. */
    static Canonical of(double[][] one, double[][] other) {
        Orthogonal columns = new Orthogonal(one);
        double[][] base = base(columns, one);
        double[][] otherBase = base(new Orthogonal(other), other);
        int size = base.length;
        double[][] products = new double[size][otherBase.length];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < otherBase.length; column++) {
                products[row][column] = product(base[row], otherBase[column]);
            }
        }
        double[][] square = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                square[row][column] = product(products[row], products[column]);
            }
        }
        return of(square, columns);
    }

    private static double[][] base(Orthogonal orthogonal, double[][] columns) {
        double[][] base = new double[columns.length][];
        for (int at = 0; at < columns.length; at++) {
            double[] unit = new double[columns[at].length];
            unit[at] = 1;
            base[at] = orthogonal.turnedBack(unit);
        }
        return base;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    /** Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations. @see "Golub and Van Loan 2013, section 8.5" */
    private static Canonical of(double[][] matrix, Orthogonal columns) {
        double[][] rest = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double[][] turned = new double[rest.length][rest.length];
        for (int at = 0; at < turned.length; at++) {
            turned[at][at] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && aside(rest) > 0; sweep++) {
            for (int row = 0; row < rest.length; row++) {
                for (int column = row + 1; column < rest.length; column++) {
                    rotate(rest, turned, row, column);
                }
            }
        }
        int[] order = IntStream.range(0, rest.length).boxed().sorted(Comparator.comparingDouble(at -> -rest[at][at])).mapToInt(at -> at).toArray();
        double[] values = Arrays.stream(order).mapToDouble(at -> rest[at][at]).toArray();
        double[][] weights = Arrays.stream(order)
                .mapToObj(at -> columns.solve(Arrays.stream(turned).mapToDouble(row -> row[at]).toArray())).toArray(double[][]::new);
        return new Canonical(values, weights);
    }

    private static double aside(double[][] matrix) {
        double sum = 0;
        for (int row = 0; row < matrix.length; row++) {
            for (int column = row + 1; column < matrix.length; column++) {
                sum += Math.abs(matrix[row][column]);
            }
        }
        return sum;
    }

    private static void rotate(double[][] matrix, double[][] turned, int one, int other) {
        if (matrix[one][other] == 0) {
            return;
        }
        double slope = (matrix[other][other] - matrix[one][one]) / (2 * matrix[one][other]);
        double tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        turn(matrix, one, other, cosine, sine);
        turn(turned, one, other, cosine, sine);
        for (int at = 0; at < matrix.length; at++) {
            double left = matrix[one][at];
            double right = matrix[other][at];
            matrix[one][at] = cosine * left - sine * right;
            matrix[other][at] = sine * left + cosine * right;
        }
        matrix[one][other] = 0;
        matrix[other][one] = 0;
    }

    /** Two columns. */
    private static void turn(double[][] matrix, int one, int other, double cosine, double sine) {
        for (double[] row : matrix) {
            double left = row[one];
            double right = row[other];
            row[one] = cosine * left - sine * right;
            row[other] = sine * left + cosine * right;
        }
    }
}
