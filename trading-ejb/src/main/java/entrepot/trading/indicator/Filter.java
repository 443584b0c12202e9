package entrepot.trading.indicator;

/** A number in, a number out: not a number until enough has come in. Takes no undefined number itself. */
interface Filter {

    double next(double value);

    /** What is undefined stays so and is not remembered. */
    default double pass(double value) {
        return Double.isNaN(value) ? Double.NaN : next(value);
    }
}
