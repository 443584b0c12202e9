package entrepot.trading.expression;

/** One step of a program: reads what the steps before it left at this bar, remembers what it needs, leaves its own. */
interface Machine {

    void next(double[] values);
}
