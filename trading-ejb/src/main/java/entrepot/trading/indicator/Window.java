package entrepot.trading.indicator;

/** The last values of a series and how many of them, back from the newest, are equal. */
final class Window {

    private final double[] values;
    private long count;
    private long run;

    Window(int length) {
        values = new double[length];
    }

    /** @return the value that left, not a number while the window fills */
    double add(double value) {
        run = count > 0 && value == ago(0) ? run + 1 : 1;
        int place = (int) (count++ % values.length);
        double left = count > values.length ? values[place] : Double.NaN;
        values[place] = value;
        return left;
    }

    int length() {
        return values.length;
    }

    boolean isFull() {
        return count >= values.length;
    }

    /** Comes true once in as many additions as the window is long. */
    boolean isRenewed() {
        return count % values.length == 0;
    }

    boolean isFlat() {
        return run >= values.length;
    }

    double ago(int bars) {
        return values[(int) ((count - 1 - bars) % values.length)];
    }

    double oldest() {
        return ago(values.length - 1);
    }
}
