package entrepot.trading.expression;

/**
 * A number of a rule that has a name, so that it can be another one.
 *
 * @param least lowest value that may be tried; where it is {@code most} too, the value stays as it is
 */
public record Variable(String name, double value, double least, double most) {

    /** As it is written: {@code fast = 40 from 5 to 200}. */
    public String words() {
        String range = least < most ? " from " + plain(least) + " to " + plain(most) : "";
        return name + " = " + plain(value) + range;
    }

    Variable with(double other) {
        if (!(other >= least && other <= most)) {
            throw new IllegalArgumentException(name + " is " + plain(other) + ", must be from " + plain(least) + " to " + plain(most));
        }
        return new Variable(name, other, least, most);
    }

    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
    }
}
