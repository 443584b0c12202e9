package entrepot.trading.evidence;

import java.util.Arrays;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation: of all ways to take half of the blocks of
 * time, in what share does the best rule there come out at or below the middle in the other half?
 *
 * @param logits       {@code ln(ω / (1 - ω))} with ω the rank of the chosen rule in the other half over the number of rules and one,
 *                     for each choice of blocks in lexicographic order
 * @param overfitting  share of them at or below 0
 * @param slope        of the chosen rule's ratio in the other half over its ratio where it was chosen; below zero where better means worse
 * @param intercept    of that line
 * @param loss         share of choices whose rule lost in the other half
 * @see "Bailey, Borwein, López de Prado and Zhu, The Probability of Backtest Overfitting, J. Computational Finance 20(4), 2017"
 */
public record CrossValidation(double[] logits, double overfitting, double slope, double intercept, double loss) {

    private static final int MOST_BLOCKS = 24;

    /**
     * Ratios are mean over sample deviation. Blocks are of the same length; what is left over at the end is left out.
     *
     * @param returns by observation, then rule; two rules or more
     * @param blocks  even, 2 to {@value #MOST_BLOCKS}; the paper uses 16
     */
    public static CrossValidation of(double[][] returns, int blocks) {
        if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
            throw new IllegalArgumentException(blocks + " blocks, must be an even number from 2 to " + MOST_BLOCKS);
        }
        if (returns.length < 2 * blocks || returns[0].length < 2) {
            throw new IllegalArgumentException(returns.length + " observations for " + blocks
                    + " blocks, must be 2 or more for each, of 2 rules or more");
        }
        return new HalfSums(returns, blocks).validate();
    }

    static CrossValidation of(double[] logits, double[] inside, double[] outside) {
        double meanInside = Arrays.stream(inside).average().orElseThrow();
        double meanOutside = Arrays.stream(outside).average().orElseThrow();
        double squares = 0;
        double products = 0;
        for (int at = 0; at < inside.length; at++) {
            squares += (inside[at] - meanInside) * (inside[at] - meanInside);
            products += (inside[at] - meanInside) * (outside[at] - meanOutside);
        }
        double slope = products / squares;
        return new CrossValidation(logits, share(logits, 0), slope, meanOutside - slope * meanInside, share(outside, Math.nextDown(0.0)));
    }

    private static double share(double[] values, double limit) {
        return Arrays.stream(values).filter(value -> value <= limit).count() / (double) values.length;
    }
}
