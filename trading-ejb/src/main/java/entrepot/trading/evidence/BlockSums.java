package entrepot.trading.evidence;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Bootstrapped means of many rules at once. A block of the stationary bootstrap is a difference of running sums, so a draw costs
 * a visit a block and not one an observation; rules go in groups whose running sums stay near the processor.
 */
final class BlockSums {

    private static final int GROUP = 128;
    private static final int DRAWS = 64;
    private static final int TOGETHER = 4;

    private final int[] rules;
    private final int width;
    private final int size;
    private final double restart;
    /** By group, then observation, with the sums of all before it, then rule: rows of their own, as the compiler makes vectors of those only. */
    private final double[][][] running;

    /** @param gains by observation, then rule; @param rules in which order they are summed and seen */
    BlockSums(double[][] gains, int[] rules, double restart) {
        size = gains.length;
        this.rules = rules;
        this.restart = restart;
        width = Math.min(GROUP, rules.length);
        running = new double[(rules.length + width - 1) / width][][];
        for (int group = 0; group < running.length; group++) {
            running[group] = running(gains, group * width);
        }
    }

    private double[][] running(double[][] gains, int first) {
        double[][] sums = new double[size + 1][width];
        for (int at = 0; at < size; at++) {
            for (int rule = 0; rule < count(first); rule++) {
                sums[at + 1][rule] = sums[at][rule] + gains[at][rules[first + rule]];
            }
        }
        return sums;
    }

    private int count(int first) {
        return Math.min(width, rules.length - first);
    }

    /** Sees the sums of a draw, a stretch of rules at a time. */
    interface Seen {
        /** Whether no other rule of this draw has to be looked at. */
        boolean decided(int draw);

        void sums(int draw, int firstRule, double[] sums, int count);
    }

    void draw(int draws, long seed, Seen seen) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int first = 0; first < draws; first += DRAWS) {
            int count = Math.min(DRAWS, draws - first);
            int[][] blocks = new int[count][];
            for (int draw = 0; draw < count; draw++) {
                blocks[draw] = blocks(random);
            }
            for (int group = 0; group < running.length; group++) {
                group(group, blocks, first, seen);
            }
        }
    }

    private void group(int group, int[][] blocks, int first, Seen seen) {
        double[] sums = new double[width];
        int rule = group * width;
        for (int draw = 0; draw < blocks.length; draw++) {
            if (seen.decided(first + draw)) {
                continue;
            }
            Arrays.fill(sums, 0);
            for (int at = 0; at < blocks[draw].length; at += 2 * TOGETHER) {
                add(running[group], blocks[draw], at, sums);
            }
            seen.sums(first + draw, rule, sums, count(rule));
        }
    }

    /** {@value #TOGETHER} blocks, so that the sums are read and written less often. */
    private static void add(double[][] running, int[] blocks, int at, double[] sums) {
        double[] from = running[blocks[at]];
        double[] to = running[blocks[at + 1]];
        double[] secondFrom = running[blocks[at + 2]];
        double[] secondTo = running[blocks[at + 3]];
        double[] thirdFrom = running[blocks[at + 4]];
        double[] thirdTo = running[blocks[at + 5]];
        double[] fourthFrom = running[blocks[at + 6]];
        double[] fourthTo = running[blocks[at + 7]];
        for (int rule = 0; rule < sums.length; rule++) {
            sums[rule] += to[rule] - from[rule] + (secondTo[rule] - secondFrom[rule])
                    + (thirdTo[rule] - thirdFrom[rule] + (fourthTo[rule] - fourthFrom[rule]));
        }
    }

    /**
     * Begin and end of each block, in pairs; their lengths are geometric and add up to the size. What runs over the end is two. Empty
     * ones behind make them as many as are added together.
     */
    private int[] blocks(SplittableRandom random) {
        int[] blocks = new int[2 * (size + TOGETHER)];
        int count = 0;
        double log = restart == 1 ? Double.NEGATIVE_INFINITY : Math.log1p(-restart);
        for (int left = size; left > 0; ) {
            int length = (int) Math.min(left, 1 + Math.floor(Math.log(1 - random.nextDouble()) / log));
            int from = random.nextInt(size);
            left -= length;
            if (from + length > size) {
                blocks[count++] = from;
                blocks[count++] = size;
                length -= size - from;
                from = 0;
            }
            blocks[count++] = from;
            blocks[count++] = from + length;
        }
        return Arrays.copyOf(blocks, (count / 2 + TOGETHER - 1) / TOGETHER * TOGETHER * 2);
    }
}
