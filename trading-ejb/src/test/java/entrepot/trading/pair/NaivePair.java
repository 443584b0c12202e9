package entrepot.trading.pair;

import entrepot.trading.econometrics.DickeyFuller;
import entrepot.trading.econometrics.Trend;
import java.util.Arrays;

/** The rule of pairs as slow as it reads: lines by sums, everything again at each bar, the filter from its first bar on. */
final class NaivePair {

    private final PairRule rule;
    private final double[] one;
    private final double[] other;
    final int[] targets;
    final Ending[] endings;

    NaivePair(PairRule rule, PairBars bars) {
        this.rule = rule;
        this.one = bars.one().closes();
        this.other = bars.other().closes();
        this.targets = new int[one.length];
        this.endings = new Ending[one.length];
        decide();
    }

    private void decide() {
        double[] line = null;
        int fitted = -1;
        int held = 0;
        int stopped = 0;
        for (int bar = rule.window() - 1; bar < one.length; bar++) {
            int from = bar + 1 - rule.window();
            double[] y = Arrays.copyOfRange(one, from, bar + 1);
            double[] x = Arrays.copyOfRange(other, from, bar + 1);
            double[] kalman = kalman(bar);
            if (held == 0 && rule.method() == PairRule.Method.KALMAN) {
                line = kalman;
            } else if (held == 0 && (fitted < 0 || bar >= fitted + rule.refit())) {
                line = better(y, x);
                fitted = bar;
            }
            double[] spread = new double[y.length];
            for (int at = 0; at < y.length; at++) {
                spread[at] = y[at] - line[0] * x[at] - line[1];
            }
            double mean = Arrays.stream(spread).sum() / spread.length;
            double deviation = Math.sqrt(Arrays.stream(spread).map(s -> (s - mean) * (s - mean)).sum() / (spread.length - 1));
            double score = rule.method() == PairRule.Method.KALMAN ? kalman[2] : (spread[spread.length - 1] - mean) / deviation;
            boolean whole = DickeyFuller.of(spread, Trend.CONSTANT, 1).pValue() <= rule.bound();
            boolean back = held == 1 && score >= -rule.exit() || held == -1 && score <= rule.exit();
            boolean beyond = held == 1 && score <= -rule.stop() || held == -1 && score >= rule.stop();
            if (held != 0) {
                endings[bar] = !whole ? Ending.BROKEN : beyond ? Ending.STOPPED : back ? Ending.BACK : null;
                stopped = whole && beyond ? held : stopped;
                held = endings[bar] == null ? held : 0;
            } else {
                if (stopped == 1 && score >= -rule.exit() || stopped == -1 && score <= rule.exit()) {
                    stopped = 0;
                }
                boolean open = whole && line[0] > 0;
                if (open && score < -rule.enter() && score > -rule.stop() && stopped != 1) {
                    held = 1;
                } else if (open && score > rule.enter() && score < rule.stop() && stopped != -1) {
                    held = -1;
                }
            }
            targets[bar] = held;
        }
    }

    /** Ratio and constant of one on the other, or of the other on one turned round. */
    private static double[] better(double[] y, double[] x) {
        double[] forth = line(y, x);
        double[] back = line(x, y);
        boolean turned = statistic(x, y, back) < statistic(y, x, forth);
        return turned ? new double[] {1 / back[0], -back[1] / back[0]} : forth;
    }

    private static double[] line(double[] y, double[] x) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int at = 0; at < x.length; at++) {
            product += (x[at] - meanX) * (y[at] - meanY);
            square += (x[at] - meanX) * (x[at] - meanX);
        }
        return new double[] {product / square, meanY - product / square * meanX};
    }

    /** Of the regression of differences of what is left over on its level and its difference before, by Cramer's rule. */
    private static double statistic(double[] y, double[] x, double[] line) {
        double[] u = new double[y.length];
        for (int at = 0; at < u.length; at++) {
            u[at] = y[at] - line[0] * x[at] - line[1];
        }
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double ay = 0;
        double by = 0;
        double yy = 0;
        for (int at = 2; at < u.length; at++) {
            double level = u[at - 1];
            double before = u[at - 1] - u[at - 2];
            double now = u[at] - u[at - 1];
            aa += level * level;
            ab += level * before;
            bb += before * before;
            ay += level * now;
            by += before * now;
            yy += now * now;
        }
        double determinant = aa * bb - ab * ab;
        double pull = (ay * bb - by * ab) / determinant;
        double lag = (by * aa - ay * ab) / determinant;
        double variance = (yy - pull * ay - lag * by) / (u.length - 2 - 2);
        return pull / Math.sqrt(variance * bb / determinant);
    }

    /** Ratio, constant, and the surprise of the bar in deviations, by whole matrices. */
    private double[] kalman(int last) {
        double added = rule.drift() / (1 - rule.drift());
        double[] state = {0, 0};
        double[][] p = {{1e6, 0}, {0, 1e6}};
        double score = Double.NaN;
        for (int bar = 0; bar <= last; bar++) {
            double[] h = {other[bar], 1};
            double[][] before = {{p[0][0] + added, p[0][1]}, {p[1][0], p[1][1] + added}};
            double[] ph = {before[0][0] * h[0] + before[0][1], before[1][0] * h[0] + before[1][1]};
            double variance = h[0] * ph[0] + ph[1] + rule.noise();
            double surprise = one[bar] - h[0] * state[0] - state[1];
            for (int row = 0; row < 2; row++) {
                state[row] += ph[row] / variance * surprise;
                for (int column = 0; column < 2; column++) {
                    p[row][column] = before[row][column] - ph[row] * ph[column] / variance;
                }
            }
            score = surprise / Math.sqrt(variance);
        }
        return new double[] {state[0], state[1], score};
    }
}
