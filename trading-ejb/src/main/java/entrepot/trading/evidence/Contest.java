package entrepot.trading.evidence;

import java.util.Arrays;

/** Holds the best of all rules against the best of each drawn sample, for all four p-values on the same draws. */
final class Contest {

    private static final int REALITY = 0;
    private static final int SUPERIOR = 1;
    private static final int LIBERAL = 2;
    private static final int CONSERVATIVE = 3;

    private final double[] mean;
    private final double[] spread;
    private final int size;
    private final double root;

    /** @param spread of the root of the size times the mean; a rule without any is left out of the studentised tests */
    Contest(double[] mean, double[] spread, int size) {
        this.mean = mean;
        this.spread = spread;
        this.size = size;
        this.root = Math.sqrt(size);
    }

    BestRule run(BlockSums samples, int draws, long seed) {
        double[][] highest = new double[CONSERVATIVE + 1][draws];
        Arrays.fill(highest[REALITY], Double.NEGATIVE_INFINITY);
        double[] superior = centres(SUPERIOR);
        double[] liberal = centres(LIBERAL);
        double[] scale = new double[mean.length];
        Arrays.setAll(scale, rule -> spread[rule] > 0 ? root / spread[rule] : 0);
        samples.draw(draws, seed, (draw, first, sums, offset, count) -> {
            double reality = highest[REALITY][draw];
            double ability = highest[SUPERIOR][draw];
            double least = highest[LIBERAL][draw];
            double most = highest[CONSERVATIVE][draw];
            for (int at = 0; at < count; at++) {
                int rule = first + at;
                double drawn = sums[offset + at] / size;
                double moved = drawn - mean[rule];
                reality = Math.max(reality, root * moved);
                most = Math.max(most, scale[rule] * moved);
                ability = Math.max(ability, scale[rule] * (drawn - superior[rule]));
                least = Math.max(least, scale[rule] * (drawn - liberal[rule]));
            }
            highest[REALITY][draw] = reality;
            highest[SUPERIOR][draw] = ability;
            highest[LIBERAL][draw] = least;
            highest[CONSERVATIVE][draw] = most;
        });
        int best = best();
        double studentised = studentised();
        return new BestRule(best, mean[best], share(highest[REALITY], root * mean[best]), share(highest[SUPERIOR], studentised),
                share(highest[LIBERAL], studentised), share(highest[CONSERVATIVE], studentised), draws, seed);
    }

    /** What is taken off each drawn mean: its own where the rule may be as good as the benchmark, nothing where it is surely worse. */
    private double[] centres(int kind) {
        double limit = kind == LIBERAL ? 0 : -Math.sqrt(2 * Math.log(Math.max(1, Math.log(size))));
        double[] centres = new double[mean.length];
        for (int rule = 0; rule < mean.length; rule++) {
            centres[rule] = root * mean[rule] >= limit * spread[rule] ? mean[rule] : 0;
        }
        return centres;
    }

    private int best() {
        int best = 0;
        for (int rule = 1; rule < mean.length; rule++) {
            best = mean[rule] > mean[best] ? rule : best;
        }
        return best;
    }

    private double studentised() {
        double most = 0;
        for (int rule = 0; rule < mean.length; rule++) {
            most = spread[rule] > 0 ? Math.max(most, root * mean[rule] / spread[rule]) : most;
        }
        return most;
    }

    private static double share(double[] highest, double seen) {
        int above = 0;
        for (double one : highest) {
            above += one > seen ? 1 : 0;
        }
        return above / (double) highest.length;
    }
}
