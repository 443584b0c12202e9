package entrepot.trading.learning;

import java.util.Arrays;

/**
 * Draws samples whose labels overlap so that the next one is the likelier the less it shares with those drawn.
 *
 * @see "López de Prado 2018, chapter 4"
 */
public final class SequentialBootstrap {

    private final double[][] indicator;
    private final double[] drawn;

    /** @param indicator by bar, then sample: 1 where the label of the sample covers the bar, else 0 */
    public SequentialBootstrap(double[][] indicator) {
        this.indicator = Arrays.stream(indicator).map(double[]::clone).toArray(double[][]::new);
        this.drawn = new double[indicator.length];
    }

    public void draw(int sample) {
        for (int bar = 0; bar < drawn.length; bar++) {
            drawn[bar] += indicator[bar][sample];
        }
    }

    /** Of each sample among all, drawn or not: mean over its bars of one over how many samples cover them. */
    public double[] uniqueness() {
        double[] covering = new double[drawn.length];
        for (int bar = 0; bar < covering.length; bar++) {
            covering[bar] = Arrays.stream(indicator[bar]).sum() - 1;
        }
        return uniqueness(covering);
    }

    /** @param others how many other labels cover each bar */
    private double[] uniqueness(double[] others) {
        double[] uniqueness = new double[indicator[0].length];
        for (int sample = 0; sample < uniqueness.length; sample++) {
            double sum = 0;
            double covered = 0;
            for (int bar = 0; bar < others.length; bar++) {
                sum += indicator[bar][sample] == 0 ? 0 : 1 / (others[bar] + 1);
                covered += indicator[bar][sample];
            }
            uniqueness[sample] = sum / covered;
        }
        return uniqueness;
    }

    /** Of being drawn next, by how unique each would be among those drawn; together 1. */
    public double[] probabilities() {
        double[] uniqueness = uniqueness(drawn);
        double sum = Arrays.stream(uniqueness).sum();
        return Arrays.stream(uniqueness).map(one -> one / sum).toArray();
    }
}
