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
     * {@code (n - i)/n · (1 - q)^i + i/n · (1 - q)^(n - i)}.
     *
     * @see "Politis and Romano 1994, lemma 1; Hansen 2005, section 3.1"
     */
    public double variance(double[] values) {
        double mean = Moments.of(values).mean();
        double[] off = Arrays.stream(values).map(value -> value - mean).toArray();
        double sum = covariance(off, 0);
        for (int lag = 1; lag < size; lag++) {
            double weight = (size - lag) / (double) size * Math.pow(1 - restart, lag)
                    + lag / (double) size * Math.pow(1 - restart, size - lag);
            if (weight > 1e-12) {
                sum += 2 * weight * covariance(off, lag);
            }
        }
        return sum;
    }

    /** In four sums, since each would wait for itself. */
    private static double covariance(double[] off, int lag) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int at = lag;
        for (; at + 3 < off.length; at += 4) {
            first += off[at] * off[at - lag];
            second += off[at + 1] * off[at + 1 - lag];
            third += off[at + 2] * off[at + 2 - lag];
            fourth += off[at + 3] * off[at + 3 - lag];
        }
        for (; at < off.length; at++) {
            first += off[at] * off[at - lag];
        }
        return (first + second + third + fourth) / off.length;
    }
}
