package entrepot.trading.econometrics;

/** An ordinary regression. @param residuals what it leaves over; @param squares sum of their squares */
record LeastSquares(double[] weights, double[] errors, double[] residuals, double squares) {

    /** @param errors standard errors, with as many degrees of freedom less as columns */
    static LeastSquares of(double[][] columns, double[] outcome) {
        Orthogonal orthogonal = new Orthogonal(columns);
        double[] weights = orthogonal.solve(orthogonal.turned(outcome));
        double[] residuals = orthogonal.rest(outcome);
        double squares = 0;
        for (double one : residuals) {
            squares += one * one;
        }
        double variance = squares / (outcome.length - columns.length);
        double[] errors = new double[columns.length];
        for (int column = 0; column < errors.length; column++) {
            errors[column] = Math.sqrt(variance * orthogonal.inverseProduct(column));
        }
        return new LeastSquares(weights, errors, residuals, squares);
    }

    double ratio(int column) {
        return weights[column] / errors[column];
    }

    /** Twice the Gaussian log-likelihood, without its sign. */
    double deviance() {
        int rows = residuals.length;
        return rows * (Math.log(2 * Math.PI * squares / rows) + 1);
    }
}
