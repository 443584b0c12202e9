package entrepot.trading.pair;

import entrepot.trading.econometrics.DickeyFuller;
import entrepot.trading.econometrics.KalmanHedge;
import entrepot.trading.econometrics.Trend;
import entrepot.trading.evidence.Moments;
import java.util.Arrays;

/**
 * What is wanted of the spread of a pair at each close, from that bar and those before it. What is not known is not a number.
 *
 * @param hedge   units of the other against one: of the trade while there is one, else the latest
 * @param spread  price of one less hedge and constant
 * @param score   how far that is from where it belongs, in deviations
 * @param pValue  of the unit-root test of the spread in the window, small where it comes back
 * @param targets 1 one is held and the other sold short, -1 the other way round, 0 neither
 * @param endings where a trade ended, why; else null
 */
public record PairDecisions(double[] hedge, double[] spread, double[] score, double[] pValue, int[] targets, Ending[] endings) {

    private static final int LAGS = 1;
    private static final double FLAT = 1e-12;

    public static PairDecisions of(PairRule rule, PairBars bars) {
        return new Maker(rule, bars).make();
    }

    /** All of it one bar later. */
    public PairDecisions late() {
        return new PairDecisions(later(hedge), later(spread), later(score), later(pValue), later(targets), later(endings));
    }

    private static double[] later(double[] values) {
        double[] later = new double[values.length];
        later[0] = Double.NaN;
        System.arraycopy(values, 0, later, 1, values.length - 1);
        return later;
    }

    private static int[] later(int[] values) {
        int[] later = new int[values.length];
        System.arraycopy(values, 0, later, 1, values.length - 1);
        return later;
    }

    private static Ending[] later(Ending[] values) {
        Ending[] later = new Ending[values.length];
        System.arraycopy(values, 0, later, 1, values.length - 1);
        return later;
    }

    private static final class Maker {
        private final PairRule rule;
        private final double[] one;
        private final double[] other;
        private final KalmanHedge filter;
        private final PairDecisions made;
        private final Swing swing;
        private Hedge hedge = Hedge.NONE;
        private int fitted = Integer.MIN_VALUE;

        private Maker(PairRule rule, PairBars bars) {
            this.rule = rule;
            this.one = bars.one().closes();
            this.other = bars.other().closes();
            this.filter = rule.method() == PairRule.Method.KALMAN ? KalmanHedge.of(one, other, rule.drift(), rule.noise()) : null;
            this.swing = new Swing(rule.enter(), rule.exit(), rule.stop());
            int size = one.length;
            this.made = new PairDecisions(unknown(size), unknown(size), unknown(size), unknown(size), new int[size], new Ending[size]);
        }

        private static double[] unknown(int size) {
            double[] values = new double[size];
            Arrays.fill(values, Double.NaN);
            return values;
        }

        private PairDecisions make() {
            for (int bar = rule.window() - 1; bar < one.length; bar++) {
                if (swing.held() == 0) {
                    fit(bar);
                }
                look(bar);
                made.targets[bar] = swing.next(made.score[bar], made.hedge[bar] > 0 && made.pValue[bar] <= rule.bound());
                made.endings[bar] = swing.ending();
            }
            return made;
        }

        /** While nothing is held: a trade keeps the ratio that it was opened with. */
        private void fit(int bar) {
            if (filter != null) {
                hedge = new Hedge(filter.slope()[bar], filter.constant()[bar]);
            } else if (fitted == Integer.MIN_VALUE || bar - fitted >= rule.refit()) {
                hedge = Hedge.engleGranger(window(one, bar), window(other, bar));
                fitted = bar;
            }
        }

        private double[] window(double[] prices, int bar) {
            return Arrays.copyOfRange(prices, bar + 1 - rule.window(), bar + 1);
        }

        private void look(int bar) {
            double[] spread = new double[rule.window()];
            int first = bar + 1 - spread.length;
            Arrays.setAll(spread, at -> hedge.spread(one[first + at], other[first + at]));
            Moments shape = Moments.of(spread);
            made.hedge[bar] = hedge.ratio();
            made.spread[bar] = spread[spread.length - 1];
            if (shape.deviation() > FLAT * (Math.abs(one[bar]) + Math.abs(hedge.ratio() * other[bar]))) {
                made.pValue[bar] = pValue(spread);
                made.score[bar] = filter == null ? (made.spread[bar] - shape.mean()) / shape.deviation()
                        : filter.surprise()[bar] / Math.sqrt(filter.variance()[bar]);
            }
        }

        /** Not a number where the test cannot be made: a spread that stood still until now. */
        private static double pValue(double[] spread) {
            try {
                return DickeyFuller.of(spread, Trend.CONSTANT, LAGS).pValue();
            } catch (IllegalArgumentException singular) {
                return Double.NaN;
            }
        }
    }
}
