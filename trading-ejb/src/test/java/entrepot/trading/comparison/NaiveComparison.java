package entrepot.trading.comparison;

import entrepot.trading.evidence.StationaryBootstrap;
import entrepot.trading.tearsheet.AccountCurve;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** The same comparison again, slowly: days by maps, each sample written out and looked at by itself. */
final class NaiveComparison {

    final List<LocalDate> days;
    final double[][] returns;

    NaiveComparison(List<AccountCurve> curves) {
        List<TreeMap<LocalDate, Double>> byDay = new ArrayList<>();
        for (AccountCurve curve : curves) {
            TreeMap<LocalDate, Double> worth = new TreeMap<>();
            for (int bar = 0; bar < curve.size(); bar++) {
                worth.put(Instant.ofEpochMilli(curve.times()[bar]).atOffset(ZoneOffset.UTC).toLocalDate(), curve.worth()[bar]);
            }
            byDay.add(worth);
        }
        TreeSet<LocalDate> common = new TreeSet<>(byDay.get(0).keySet());
        byDay.forEach(worth -> common.retainAll(worth.keySet()));
        days = List.copyOf(common);
        returns = new double[curves.size()][days.size() - 1];
        for (int account = 0; account < returns.length; account++) {
            for (int day = 1; day < days.size(); day++) {
                returns[account][day - 1] = byDay.get(account).get(days.get(day)) / byDay.get(account).get(days.get(day - 1)) - 1;
            }
        }
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double covariance(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += (one[at] - mean(one)) * (other[at] - mean(other));
        }
        return sum / (one.length - 1);
    }

    static double sharpe(double[] values) {
        return mean(values) / Math.sqrt(covariance(values, values));
    }

    double correlation(int one, int other) {
        return covariance(returns[one], returns[other]) / Math.sqrt(covariance(returns[one], returns[one]) * covariance(returns[other], returns[other]));
    }

    /** The samples that the same seed draws, one account after the other. */
    List<double[][]> samples(int blockDays, int draws, long seed) {
        StationaryBootstrap bootstrap = new StationaryBootstrap(days.size() - 1, 1.0 / blockDays);
        SplittableRandom random = new SplittableRandom(seed);
        List<double[][]> samples = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            int[] drawn = bootstrap.indices(random::nextDouble);
            double[][] sample = new double[returns.length][drawn.length];
            for (int account = 0; account < returns.length; account++) {
                for (int at = 0; at < drawn.length; at++) {
                    sample[account][at] = returns[account][drawn[at]];
                }
            }
            samples.add(sample);
        }
        return samples;
    }
}
