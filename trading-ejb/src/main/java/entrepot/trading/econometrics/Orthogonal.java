package entrepot.trading.econometrics;

/**
 * Columns made orthogonal by Householder reflections, which loses no digits where columns are nearly the same.
 *
 * @see "Golub and Van Loan, Matrix Computations, 4th ed. 2013, section 5.2"
 */
final class Orthogonal {

    /** What is left of a column, as a share of it, from which on it counts as made of the others. */
    private static final double SINGULAR = 1e-13;

    private final int rows;
    private final double[][] reflections;
    /** By column, then row: the upper triangle. */
    private final double[][] triangle;

    /** @param columns not more than their rows; copied */
    Orthogonal(double[][] columns) {
        int count = columns.length;
        rows = count == 0 ? 0 : columns[0].length;
        if (rows < count) {
            throw new IllegalArgumentException(rows + " observations for " + count + " columns, must be as many or more");
        }
        triangle = new double[count][];
        for (int column = 0; column < count; column++) {
            triangle[column] = columns[column].clone();
        }
        reflections = new double[count][];
        for (int pivot = 0; pivot < count; pivot++) {
            reflect(pivot);
        }
    }

    private void reflect(int pivot) {
        double[] column = triangle[pivot];
        double whole = length(column, 0);
        double length = length(column, pivot);
        if (!(length > SINGULAR * whole)) {
            throw new IllegalArgumentException("column " + pivot + " is made of the columns before it");
        }
        double[] normal = new double[rows];
        System.arraycopy(column, pivot, normal, pivot, rows - pivot);
        normal[pivot] += column[pivot] > 0 ? length : -length;
        double norm = length(normal, pivot);
        for (int row = pivot; row < rows; row++) {
            normal[row] /= norm;
        }
        reflections[pivot] = normal;
        for (int other = pivot; other < triangle.length; other++) {
            mirror(normal, triangle[other], pivot);
        }
    }

    private static double length(double[] column, int from) {
        double sum = 0;
        for (int row = from; row < column.length; row++) {
            sum += column[row] * column[row];
        }
        return Math.sqrt(sum);
    }

    private static void mirror(double[] normal, double[] column, int from) {
        double sum = 0;
        for (int row = from; row < column.length; row++) {
            sum += normal[row] * column[row];
        }
        for (int row = from; row < column.length; row++) {
            column[row] -= 2 * sum * normal[row];
        }
    }

    /** A vector as the orthogonal columns see it; behind their number stands what they leave over. */
    double[] turned(double[] vector) {
        double[] turned = vector.clone();
        for (int pivot = 0; pivot < reflections.length; pivot++) {
            mirror(reflections[pivot], turned, pivot);
        }
        return turned;
    }

    double[] turnedBack(double[] turned) {
        double[] vector = turned.clone();
        for (int pivot = reflections.length - 1; pivot >= 0; pivot--) {
            mirror(reflections[pivot], vector, pivot);
        }
        return vector;
    }

    /** What the columns leave over of a vector. */
    double[] rest(double[] vector) {
        double[] turned = turned(vector);
        for (int pivot = 0; pivot < reflections.length; pivot++) {
            turned[pivot] = 0;
        }
        return turnedBack(turned);
    }

    /** Weights of the columns that make what a turned vector has in them. */
    double[] solve(double[] turned) {
        double[] weights = new double[triangle.length];
        for (int row = weights.length - 1; row >= 0; row--) {
            double sum = turned[row];
            for (int column = row + 1; column < weights.length; column++) {
                sum -= triangle[column][row] * weights[column];
            }
            weights[row] = sum / triangle[row][row];
        }
        return weights;
    }

    /** Of the inverse of the columns' products, what stands in the middle for one of them. */
    double inverseProduct(int column) {
        double sum = 0;
        for (int unit = 0; unit < triangle.length; unit++) {
            double[] one = new double[triangle.length];
            one[unit] = 1;
            double entry = solve(one)[column];
            sum += entry * entry;
        }
        return sum;
    }
}
