package entrepot.trading.evidence;

import java.util.Arrays;
import java.util.List;

/** Holds the best of all rules against the best of each drawn sample, for all four p-values on the same draws. */
final class Contest {

    private static final int REALITY = 0;
    private static final int SUPERIOR = 1;
    private static final int LIBERAL = 2;
    private static final int CONSERVATIVE = 3;

    private final int best;
    private final double[] mean;
    private final double[] spread;
    private final int size;
    private final double root;

    /** @param spread of the root of the size times the mean; a rule without any is left out of the studentised tests */
    record Rule(int number, double mean, double spread) {}

    /** @param rules the one with the highest mean first, and so on: the sooner it is known that a draw beats it */
    Contest(List<Rule> rules, int size) {
        this.best = rules.get(0).number();
        this.mean = rules.stream().mapToDouble(Rule::mean).toArray();
        this.spread = rules.stream().mapToDouble(Rule::spread).toArray();
        this.size = size;
        this.root = Math.sqrt(size);
    }

    BestRule run(BlockSums samples, int draws, long seed) {
        Highest highest = new Highest(draws, root * mean[0], studentised());
        samples.draw(draws, seed, highest);
        return new BestRule(best, mean[0], highest.share(REALITY), highest.share(SUPERIOR), highest.share(LIBERAL), highest.share(CONSERVATIVE), draws, seed);
    }

    /** The best of each draw, as far as it was looked at: to know that it beats what was seen, the others need not be known. */
    private final class Highest implements BlockSums.Seen {

        private final double[][] highest = new double[CONSERVATIVE + 1][];
        private final double[] beaten;
        private final double[] superior = centres(SUPERIOR);
        private final double[] liberal = centres(LIBERAL);
        private final double[] scale = new double[mean.length];

        Highest(int draws, double reality, double studentised) {
            beaten = new double[] {reality, studentised, studentised, studentised};
            Arrays.setAll(highest, kind -> new double[draws]);
            Arrays.fill(highest[REALITY], Double.NEGATIVE_INFINITY);
            Arrays.setAll(scale, rule -> spread[rule] > 0 ? root / spread[rule] : 0);
        }

        /** The liberal test is the last of its kind to be beaten. */
        @Override
        public boolean decided(int draw) {
            return highest[REALITY][draw] > beaten[REALITY] && highest[LIBERAL][draw] > beaten[LIBERAL];
        }

        @Override
        public void sums(int draw, int firstRule, double[] sums, int count) {
            double reality = highest[REALITY][draw];
            double ability = highest[SUPERIOR][draw];
            double least = highest[LIBERAL][draw];
            double most = highest[CONSERVATIVE][draw];
            for (int at = 0; at < count; at++) {
                int rule = firstRule + at;
                double drawn = sums[at] / size;
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
        }

        double share(int kind) {
            return Arrays.stream(highest[kind]).filter(one -> one > beaten[kind]).count() / (double) highest[kind].length;
        }
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

    private double studentised() {
        double most = 0;
        for (int rule = 0; rule < mean.length; rule++) {
            most = spread[rule] > 0 ? Math.max(most, root * mean[rule] / spread[rule]) : most;
        }
        return most;
    }
}
