package entrepot.trading.econometrics;

import java.util.Arrays;

/** How far two groups of columns say the same. */
final class Canonical {

    private static final int SWEEPS = 100;

    private Canonical() {}

    /** Squared canonical correlations, largest first: of two orthogonal bases, the squared singular values of their products. */
    static double[] correlations(double[][] one, double[][] other) {
        double[][] base = base(one);
        double[][] otherBase = base(other);
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
        return eigenvalues(square);
    }

    private static double[][] base(double[][] columns) {
        Orthogonal orthogonal = new Orthogonal(columns);
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

    /** Of a symmetric matrix, by Jacobi's rotations; largest first. @see "Golub and Van Loan 2013, section 8.5" */
    static double[] eigenvalues(double[][] matrix) {
        double[][] rest = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        for (int sweep = 0; sweep < SWEEPS && aside(rest) > 0; sweep++) {
            for (int row = 0; row < rest.length; row++) {
                for (int column = row + 1; column < rest.length; column++) {
                    rotate(rest, row, column);
                }
            }
        }
        double[] values = new double[rest.length];
        Arrays.setAll(values, at -> -rest[at][at]);
        Arrays.sort(values);
        return Arrays.stream(values).map(value -> -value).toArray();
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

    private static void rotate(double[][] matrix, int one, int other) {
        if (matrix[one][other] == 0) {
            return;
        }
        double slope = (matrix[other][other] - matrix[one][one]) / (2 * matrix[one][other]);
        double tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        for (int at = 0; at < matrix.length; at++) {
            double left = matrix[at][one];
            double right = matrix[at][other];
            matrix[at][one] = cosine * left - sine * right;
            matrix[at][other] = sine * left + cosine * right;
        }
        for (int at = 0; at < matrix.length; at++) {
            double left = matrix[one][at];
            double right = matrix[other][at];
            matrix[one][at] = cosine * left - sine * right;
            matrix[other][at] = sine * left + cosine * right;
        }
        matrix[one][other] = 0;
        matrix[other][one] = 0;
    }
}
