package entrepot.trading.evidence;

import java.util.stream.IntStream;

/**
 * Sums of returns and of their squares for every choice of blocks. Those of the first and of the last blocks are made once for
 * each subset of them, so that a choice costs two look-ups a rule. Returns are taken from each rule's mean, so that squares
 * lose no digits.
 */
final class HalfSums {

    private final int rules;
    private final int blocks;
    private final int low;
    private final int half;
    private final double[] shift;
    private final double[][] lowSums;
    private final double[][] lowSquares;
    private final double[][] highSums;
    private final double[][] highSquares;
    private final double[] one;
    private final double[] other;

    HalfSums(double[][] returns, int blocks) {
        this.rules = returns[0].length;
        this.blocks = blocks;
        this.low = blocks / 2;
        int length = returns.length / blocks;
        this.half = length * blocks / 2;
        this.shift = means(returns, length * blocks);
        double[][] sums = new double[blocks][rules];
        double[][] squares = new double[blocks][rules];
        for (int at = 0; at < length * blocks; at++) {
            for (int rule = 0; rule < rules; rule++) {
                double off = returns[at][rule] - shift[rule];
                sums[at / length][rule] += off;
                squares[at / length][rule] += off * off;
            }
        }
        this.lowSums = subsets(sums, 0);
        this.lowSquares = subsets(squares, 0);
        this.highSums = subsets(sums, low);
        this.highSquares = subsets(squares, low);
        this.one = new double[rules];
        this.other = new double[rules];
    }

    private double[] means(double[][] returns, int size) {
        double[] means = new double[rules];
        for (int at = 0; at < size; at++) {
            for (int rule = 0; rule < rules; rule++) {
                means[rule] += returns[at][rule] / size;
            }
        }
        return means;
    }

    /** For each set of blocks, by its bits, the sum over them. */
    private double[][] subsets(double[][] byBlock, int first) {
        double[][] subsets = new double[1 << low][rules];
        for (int set = 1; set < subsets.length; set++) {
            double[] without = subsets[set & (set - 1)];
            double[] added = byBlock[first + Integer.numberOfTrailingZeros(set)];
            for (int rule = 0; rule < rules; rule++) {
                subsets[set][rule] = without[rule] + added[rule];
            }
        }
        return subsets;
    }

    CrossValidation validate() {
        int count = choices();
        double[] logits = new double[count];
        double[] chosenInside = new double[count];
        double[] chosenOutside = new double[count];
        int[] choice = IntStream.range(0, low).toArray();
        for (int at = 0; at < count / 2; at++) {
            int set = bits(choice);
            ratios(set, one);
            ratios(~set, other);
            chosen(at, one, other, logits, chosenInside, chosenOutside);
            // The other half of a choice stands as far from the end as the choice from the beginning.
            chosen(count - 1 - at, other, one, logits, chosenInside, chosenOutside);
            next(choice);
        }
        return CrossValidation.of(logits, chosenInside, chosenOutside);
    }

    private void chosen(int at, double[] inside, double[] outside, double[] logits, double[] chosenInside, double[] chosenOutside) {
        int best = best(inside);
        int rank = rank(outside, best);
        chosenInside[at] = inside[best];
        chosenOutside[at] = outside[best];
        logits[at] = Math.log(rank / (rules + 1.0 - rank));
    }

    private int choices() {
        long count = 1;
        for (int at = 1; at <= low; at++) {
            count = count * (blocks - low + at) / at;
        }
        return (int) count;
    }

    private static int bits(int[] choice) {
        int set = 0;
        for (int block : choice) {
            set |= 1 << block;
        }
        return set;
    }

    /** The choice that follows in lexicographic order. */
    private void next(int[] choice) {
        int at = low - 1;
        while (at >= 0 && choice[at] == blocks - low + at) {
            at--;
        }
        for (int rise = at < 0 ? low : 0; at >= 0 && at + rise < low; rise++) {
            choice[at + rise] = rise == 0 ? choice[at] + 1 : choice[at + rise - 1] + 1;
        }
    }

    private void ratios(int set, double[] ratios) {
        int mask = (1 << low) - 1;
        double[] sums = lowSums[set & mask];
        double[] squares = lowSquares[set & mask];
        double[] otherSums = highSums[set >> low & mask];
        double[] otherSquares = highSquares[set >> low & mask];
        for (int rule = 0; rule < rules; rule++) {
            double sum = sums[rule] + otherSums[rule];
            double variance = (squares[rule] + otherSquares[rule] - sum * sum / half) / (half - 1);
            ratios[rule] = (sum / half + shift[rule]) / Math.sqrt(variance);
        }
        for (int rule = 0; rule < rules; rule++) {
            if (!(Math.abs(ratios[rule]) < Double.POSITIVE_INFINITY)) {
                ratios[rule] = 0;
            }
        }
    }

    private int best(double[] inside) {
        int best = 0;
        for (int rule = 1; rule < rules; rule++) {
            best = inside[rule] > inside[best] ? rule : best;
        }
        return best;
    }

    /** One more than the rules that did worse. */
    private int rank(double[] outside, int chosen) {
        int rank = 1;
        double limit = outside[chosen];
        for (int rule = 0; rule < rules; rule++) {
            rank += outside[rule] < limit ? 1 : 0;
        }
        return rank;
    }
}
