package entrepot.trading.evidence;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Bootstrapped means of many rules at once. A block of the stationary bootstrap is a difference of running sums, so a draw costs
 * a visit a block and not one an observation; rules go in groups whose running sums stay near the processor.
 */
final class BlockSums {

    private static final int GROUP = 16;
    private static final int DRAWS = 64;

    private final int rules;
    private final int size;
    private final double restart;
    private final double[][] running;

    /** @param gains by observation, then rule */
    BlockSums(double[][] gains, double restart) {
        size = gains.length;
        rules = gains[0].length;
        this.restart = restart;
        running = new double[(rules + GROUP - 1) / GROUP][];
        for (int group = 0; group < running.length; group++) {
            running[group] = running(gains, group * GROUP);
        }
    }

    /** At row t the sums of all before t. */
    private double[] running(double[][] gains, int first) {
        int width = Math.min(GROUP, rules - first);
        double[] sums = new double[(size + 1) * GROUP];
        for (int at = 0; at < size; at++) {
            for (int rule = 0; rule < width; rule++) {
                sums[(at + 1) * GROUP + rule] = sums[at * GROUP + rule] + gains[at][first + rule];
            }
        }
        return sums;
    }

    /** Sees the sums of a draw, a stretch of rules at a time. */
    interface Seen {
        void sums(int draw, int firstRule, double[] sums, int offset, int count);
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
        double[] sums = new double[GROUP];
        int width = Math.min(GROUP, rules - group * GROUP);
        for (int draw = 0; draw < blocks.length; draw++) {
            Arrays.fill(sums, 0);
            for (int at = 0; at < blocks[draw].length; at += 2) {
                add(running[group], blocks[draw][at] * GROUP, blocks[draw][at + 1] * GROUP, sums);
            }
            seen.sums(first + draw, group * GROUP, sums, 0, width);
        }
    }

    private static void add(double[] running, int from, int to, double[] sums) {
        for (int rule = 0; rule < GROUP; rule++) {
            sums[rule] += running[to + rule] - running[from + rule];
        }
    }

    /** Begin and end of each block, in pairs; their lengths are geometric and add up to the size. What runs over the end is two. */
    private int[] blocks(SplittableRandom random) {
        int[] blocks = new int[2 * size + 2];
        int count = 0;
        double log = restart == 1 ? Double.NEGATIVE_INFINITY : Math.log1p(-restart);
        for (int left = size; left > 0; ) {
            int length = (int) Math.min(left, 1 + Math.floor(Math.log1p(-random.nextDouble()) / log));
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
        return Arrays.copyOf(blocks, count);
    }
}
