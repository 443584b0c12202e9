package entrepot.trading.basket;

import entrepot.trading.allocation.Covariance;
import entrepot.trading.econometrics.Johansen;
import entrepot.trading.evidence.Moments;
import entrepot.trading.pair.Swing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Decides about the first combination of Johansen's test, on days on which all instruments trade. What is held keeps the combination that it was
 * opened with; the test goes on, and where it finds none any more, that is the alarm.
 */
final class SpreadDecisions {

    private static final double FLAT = 1e-12;
    private static final int ORDER = 0;

    private final Cointegration rule;
    private final Universe universe;
    private final Plan plan;
    /** By instrument, of the days on which all trade. */
    private final double[][] closes;
    private final SpreadPath path;
    private final List<Decision> made = new ArrayList<>();
    private final Swing swing;
    private int known;
    private int combinations;
    /** Units of each instrument, the first above 0; null where there is none. */
    private double[] latest;
    private double[] vector;

    SpreadDecisions(Cointegration rule, Universe universe, Plan plan) {
        this.rule = rule;
        this.universe = universe;
        this.plan = plan;
        this.closes = new double[universe.size()][universe.days()];
        this.path = new SpreadPath(unknown(universe.days()), unknown(universe.days()));
        this.swing = new Swing(rule.enter(), rule.exit(), rule.stop());
    }

    private static double[] unknown(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    Wanted make(IntPredicate goOn) {
        for (int day = 0; day < universe.days(); day++) {
            if (!goOn.test(day)) {
                return null;
            }
            if (allTrade(day)) {
                close(day);
            } else if (swing.held() != 0 && oneIsStale(day)) {
                swing.next(Double.NaN, false);
                decide(day, Double.NaN);
            }
        }
        return new Wanted(made, path);
    }

    private boolean allTrade(int day) {
        for (int member = 0; member < closes.length; member++) {
            if (!universe.trades(member, day)) {
                return false;
            }
        }
        return true;
    }

    private boolean oneIsStale(int day) {
        for (int member = 0; member < closes.length; member++) {
            if (universe.bar(member, day) == universe.bar(member, Math.max(0, day - Decisions.STALE))) {
                return true;
            }
        }
        return false;
    }

    private void close(int day) {
        for (int member = 0; member < closes.length; member++) {
            closes[member][known] = universe.close(member, day);
        }
        known++;
        if (known < plan.window()) {
            return;
        }
        if ((known - plan.window()) % plan.every() == 0) {
            test();
        }
        if (swing.held() == 0) {
            vector = latest;
        }
        double score = vector == null ? Double.NaN : score();
        path.score()[day] = score;
        path.combinations()[day] = combinations;
        int before = swing.held();
        boolean trusted = combinations > 0 && (before != 0 || allAboveZero());
        if (swing.next(score, trusted) != before) {
            decide(day, score);
        }
    }

    /** Finds none where prices stood still or one is made of the others. */
    private void test() {
        try {
            Johansen found = Johansen.of(window(), ORDER, rule.lags());
            combinations = rule.combinations(found);
            latest = found.vectors()[0].clone();
            double side = Math.signum(latest[0]);
            Arrays.setAll(latest, member -> side * latest[member]);
        } catch (IllegalArgumentException singular) {
            combinations = 0;
            latest = null;
        }
    }

    private double[][] window() {
        return Arrays.stream(closes).map(all -> Arrays.copyOfRange(all, known - plan.window(), known)).toArray(double[][]::new);
    }

    private double score() {
        double[] spread = new double[plan.window()];
        double size = 0;
        for (int member = 0; member < closes.length; member++) {
            for (int at = 0; at < spread.length; at++) {
                spread[at] += vector[member] * closes[member][known - spread.length + at];
            }
            size += Math.abs(vector[member] * closes[member][known - 1]);
        }
        Moments shape = Moments.of(spread);
        return shape.deviation() > FLAT * size ? (spread[spread.length - 1] - shape.mean()) / shape.deviation() : Double.NaN;
    }

    private boolean allAboveZero() {
        return Arrays.stream(closes).allMatch(all -> Arrays.stream(all, known - plan.window(), known).allMatch(close -> close > 0));
    }

    private void decide(int day, double score) {
        double[] weights = new double[closes.length];
        double[] risk = new double[closes.length];
        if (swing.held() != 0) {
            weights = weights(swing.held());
            risk = Covariance.riskShares(weights, Covariance.of(returns()));
        }
        made.add(new Decision(day, weights, risk, new Turn(swing.ending(), combinations, score)));
    }

    /** In proportion to what the units cost; where one is above the most, all are made smaller alike. */
    private double[] weights(int side) {
        double[] weights = new double[closes.length];
        Arrays.setAll(weights, member -> vector[member] * closes[member][known - 1]);
        double sum = Arrays.stream(weights).map(Math::abs).sum();
        double largest = Arrays.stream(weights).map(Math::abs).max().orElseThrow();
        double scale = side * Math.min(1 / sum, plan.most() / largest);
        Arrays.setAll(weights, member -> weights[member] * scale);
        return weights;
    }

    private double[][] returns() {
        return Arrays.stream(window()).map(window -> {
            double[] returns = new double[window.length - 1];
            Arrays.setAll(returns, at -> window[at + 1] / window[at] - 1);
            return returns;
        }).toArray(double[][]::new);
    }
}
