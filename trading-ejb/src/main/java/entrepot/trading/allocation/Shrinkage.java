package entrepot.trading.allocation;

/**
 * The covariance of a sample drawn towards one in which all correlations are the mean of those seen.
 *
 * @param covariance {@code δ F + (1 - δ) S}, both over the number of periods
 * @param intensity  δ, from 0 to 1; 0 where the sample has one correlation already
 * @see "Ledoit and Wolf, Honey, I Shrunk the Sample Covariance Matrix, J. Portfolio Management 30(4), 2004, appendices A and B"
 */
public record Shrinkage(double[][] covariance, double intensity) {

    /** What rounding leaves of a distance of 0, as a share. */
    private static final double NOTHING = 1e-24;

    /** @param returns of each instrument, over the same periods */
    public static Shrinkage of(double[][] returns) {
        double[][] apart = Covariance.centred(returns);
        double[][] sample = sample(apart);
        double[] deviations = Covariance.deviations(sample);
        double mean = meanCorrelation(sample);
        int count = sample.length;
        double[][] target = new double[count][count];
        double distance = 0;
        double size = 0;
        for (int one = 0; one < count; one++) {
            for (int other = 0; other < count; other++) {
                target[one][other] = one == other ? sample[one][one] : mean * deviations[one] * deviations[other];
                distance += square(target[one][other] - sample[one][other]);
                size += square(sample[one][other]);
            }
        }
        double intensity = distance > NOTHING * size ? Math.max(0, Math.min(1, optimum(apart, sample, deviations, mean) / distance / apart[0].length)) : 0;
        return new Shrinkage(between(target, sample, intensity), intensity);
    }

    private static double[][] sample(double[][] apart) {
        double[][] sample = new double[apart.length][apart.length];
        for (int one = 0; one < sample.length; one++) {
            for (int other = 0; other <= one; other++) {
                sample[one][other] = sample[other][one] = Covariance.product(apart[one], apart[other]) / apart[one].length;
            }
        }
        return sample;
    }

    private static double meanCorrelation(double[][] sample) {
        double[][] correlation = Covariance.correlation(sample);
        double sum = 0;
        for (int one = 0; one < sample.length; one++) {
            for (int other = 0; other < one; other++) {
                sum += correlation[one][other];
            }
        }
        return sample.length < 2 ? 0 : 2 * sum / (sample.length * (sample.length - 1.0));
    }

    /** π less ρ: how uncertain the sample is, less what the target shares of it. */
    private static double optimum(double[][] apart, double[][] sample, double[] deviations, double mean) {
        double sum = 0;
        for (int one = 0; one < sample.length; one++) {
            for (int other = 0; other < sample.length; other++) {
                if (one != other) {
                    double pi = 0;
                    double theta = 0;
                    double back = 0;
                    for (int at = 0; at < apart[one].length; at++) {
                        double off = apart[one][at] * apart[other][at] - sample[one][other];
                        pi += off * off;
                        theta += (square(apart[one][at]) - sample[one][one]) * off;
                        back += (square(apart[other][at]) - sample[other][other]) * off;
                    }
                    double ratio = deviations[other] / deviations[one];
                    sum += (pi - mean / 2 * (ratio * theta + back / ratio)) / apart[one].length;
                }
            }
        }
        return sum;
    }

    private static double[][] between(double[][] target, double[][] sample, double intensity) {
        double[][] between = new double[sample.length][sample.length];
        for (int one = 0; one < sample.length; one++) {
            for (int other = 0; other < sample.length; other++) {
                between[one][other] = intensity * target[one][other] + (1 - intensity) * sample[one][other];
            }
        }
        return between;
    }

    private static double square(double value) {
        return value * value;
    }
}
