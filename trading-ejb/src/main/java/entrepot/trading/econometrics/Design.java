package entrepot.trading.econometrics;

import java.util.ArrayList;
import java.util.List;

/** The columns of a regression. */
final class Design {

    private final List<double[]> columns = new ArrayList<>();

    Design add(double[] column) {
        columns.add(column);
        return this;
    }

    Design add(Trend trend, int rows) {
        for (int power = 0; power < trend.columns(); power++) {
            double[] column = new double[rows];
            for (int row = 0; row < rows; row++) {
                column[row] = trend.at(row)[power];
            }
            columns.add(column);
        }
        return this;
    }

    double[][] columns() {
        return columns.toArray(double[][]::new);
    }

    LeastSquares fit(double[] outcome) {
        return LeastSquares.of(columns(), outcome);
    }
}
