package entrepot.trading.evidence;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Draws time anew in blocks of random length, which keeps what neighbours have to do with each other. A block begins anywhere and
 * goes on, from the end to the beginning, until a draw below the restart probability.
 *
 * @param size    observations
 * @param restart above 0, at most 1; one over the mean length of a block
 * @see "Politis and Romano, The Stationary Bootstrap, J. American Statistical Association 89(428), 1994"
 */
public record StationaryBootstrap(int size, double restart) {

    public StationaryBootstrap {
        if (size < 1 || !(restart > 0 && restart <= 1)) {
            throw new IllegalArgumentException("size is " + size + ", restart is " + restart + ", must be 1 or more, and in (0, 1]");
        }
    }

    /** Which observation stands where. @param uniform in [0, 1); one a step decides, a second is drawn where a block begins */
    public int[] indices(DoubleSupplier uniform) {
        int[] indices = new int[size];
        indices[0] = anywhere(uniform);
        for (int at = 1; at < size; at++) {
            indices[at] = uniform.getAsDouble() < restart ? anywhere(uniform) : (indices[at - 1] + 1) % size;
        }
        return indices;
    }

    private int anywhere(DoubleSupplier uniform) {
        return (int) (uniform.getAsDouble() * size);
    }

    /**
     * Variance of the root of the size times the mean, as this bootstrap has it: the autocovariances with the weights
     * {@code (n - i)/n · (1 - q)^i + i/n · (1 - q)^(n - i)}. With time closed to a circle that is {@code (n - i)/n · (1 - q)^i} at each lag, so two sums of what
     * came before, the second with each lag as often as it is long, go along and are all it takes.
     *
     * @see "Politis and Romano 1994, lemma 1; Hansen 2005, section 3.1"
     */
    public double variance(double[] values) {
        double mean = Moments.of(values).mean();
        double[] off = Arrays.stream(values).map(value -> value - mean).toArray();
        double keep = 1 - restart;
        double near = 0;
        double far = 0;
        for (int at = 1; at < size; at++) {
            far = keep * (far + near + off[at]);
            near = keep * (near + off[at]);
        }
        double around = Math.pow(keep, size);
        double sum = 0;
        for (int at = 0; at < size; at++) {
            double next = off[(at + 1) % size];
            sum += off[at] * (off[at] + 2 * (near - far / size));
            far = keep * (far + near + off[at]) - size * around * next;
            near = keep * (near + off[at]) - around * next;
        }
        return sum / size;
    }
}
