package entrepot.trading.backtest;

/** Mean and spread of some numbers, in two passes. @param squares sum of squared distances from the mean */
record Sample(int count, double mean, double squares) {

    static Sample of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Sample(values.length, mean, squares);
    }

    /** With one degree of freedom less. */
    double deviation() {
        return Math.sqrt(squares / (count - 1));
    }

    double populationDeviation() {
        return Math.sqrt(squares / count);
    }
}
