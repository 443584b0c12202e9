package entrepot.trading.evidence;

/** How two series of one length move together. @see "Pearson, Regression, heredity and panmixia, Phil. Trans. Royal Society A 187, 1896" */
public final class Correlation {

    private Correlation() {}

    /** From -1 to 1; not a number where one of them does not move. */
    public static double of(double[] one, double[] other) {
        Moments shape = Moments.of(one);
        Moments otherShape = Moments.of(other);
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += (one[at] - shape.mean()) * (other[at] - otherShape.mean());
        }
        double spread = shape.deviation() * otherShape.deviation();
        return spread > 0 ? sum / (one.length - 1) / spread : Double.NaN;
    }
}
