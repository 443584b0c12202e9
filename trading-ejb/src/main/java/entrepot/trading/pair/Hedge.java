package entrepot.trading.pair;

import entrepot.trading.econometrics.EngleGranger;
import entrepot.trading.econometrics.Trend;

/** Units of the other against one, and what one costs beyond them. */
record Hedge(double ratio, double constant) {

    static final Hedge NONE = new Hedge(Double.NaN, Double.NaN);
    private static final int LAGS = 1;

    /** By the regression of which what is left over speaks more clearly for coming back: one on the other, or the other on one turned round; none where a price stood still. */
    static Hedge engleGranger(double[] one, double[] other) {
        try {
            return better(one, other);
        } catch (IllegalArgumentException singular) {
            return NONE;
        }
    }

    private static Hedge better(double[] one, double[] other) {
        EngleGranger forth = EngleGranger.of(one, new double[][] {other}, Trend.CONSTANT, LAGS);
        EngleGranger back = EngleGranger.of(other, new double[][] {one}, Trend.CONSTANT, LAGS);
        return back.statistic() < forth.statistic() ? new Hedge(1 / back.hedge()[0], -back.trend()[0] / back.hedge()[0])
                : new Hedge(forth.hedge()[0], forth.trend()[0]);
    }

    double spread(double one, double other) {
        return one - ratio * other - constant;
    }
}
