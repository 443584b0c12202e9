package entrepot.trading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    @Test
    void everyProbabilityIsThatOfASlowTwinToTheLastBit() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Samples samples = NaiveTrees.samples(seed, random.nextInt(12, 160), random.nextInt(1, 6));
            int depth = random.nextInt(1, 7);
            double rate = 0.01 + 0.39 * random.nextDouble();
            double share = seed % 3 == 0 ? 1 : 0.2 + 0.8 * random.nextDouble();
            Model found = new BoostedTrees(List.of(depth), List.of(12), rate, share, seed).fit(samples).get(0);
            NaiveTrees naive = new NaiveTrees(samples.rows(), samples.label(), samples.weight(), depth, 12, rate, share, seed);
            for (double[] row : NaiveTrees.samples(seed + 1000, 50, samples.rows()[0].length).rows()) {
                assertThat(found.probability(row)).as("seed " + seed).isEqualTo(naive.probability(row));
            }
        }
    }

    @Test
    void oneSplitIsWhatAPencilSays() {
        Samples steps = new Samples(IntStream.rangeClosed(1, 10).mapToObj(at -> new double[] {at}).toArray(double[][]::new),
                IntStream.rangeClosed(1, 10).map(at -> at > 5 ? 1 : 0).toArray(), IntStream.range(0, 10).mapToDouble(at -> 1).toArray());
        Model found = new BoostedTrees(List.of(1), List.of(1), 0.4, 1, 0).fit(steps).get(0);
        double odds = 0.4 * 2.5 / (1.25 + 1);
        assertThat(found.probability(new double[] {5.4})).isCloseTo(1 / (1 + Math.exp(odds)), within(1e-15));
        assertThat(found.probability(new double[] {5.6})).isCloseTo(1 / (1 + Math.exp(-odds)), within(1e-15));
    }

    @Test
    void withAllSamplesInEachTreeNoneRaisesTheLoss() {
        for (long seed = 1; seed <= 60; seed++) {
            double heavy = seed % 3 == 0 ? 1000 : 1;
            SplittableRandom random = new SplittableRandom(seed);
            Samples drawn = NaiveTrees.samples(seed, random.nextInt(20, 300), 4);
            int[] label = seed % 2 == 0 ? drawn.label() : IntStream.range(0, drawn.size()).map(at -> at == 0 || random.nextInt(40) == 0 ? 1 : 0).toArray();
            label[1] = 0;
            double[] weight = Arrays.stream(drawn.weight()).map(one -> one * heavy).toArray();
            Samples samples = new Samples(drawn.rows(), label, weight);
            List<Integer> rounds = IntStream.rangeClosed(1, 30).boxed().toList();
            double before = Double.POSITIVE_INFINITY;
            for (Model model : new BoostedTrees(List.of(1 + (int) seed % 6), rounds, 0.4, 1, seed).fit(samples)) {
                double loss = IntStream.range(0, samples.size())
                        .mapToDouble(at -> weight[at] * Scores.loss(model.probability(samples.rows()[at]), label[at])).sum();
                assertThat(loss).as("seed " + seed).isLessThanOrEqualTo(before * (1 + 1e-14));
                before = loss;
            }
        }
    }

    /** Minsky and Papert, Perceptrons, 1969: no sum of functions of one feature each tells the two kinds apart. */
    @Test
    void twoQuestionsTellExclusiveOrAndOneDoesNot() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] rows = IntStream.range(0, 400).mapToObj(at -> new double[] {random.nextDouble() - 0.49, random.nextDouble() - 0.51}).toArray(double[][]::new);
        int[] label = Arrays.stream(rows).mapToInt(row -> row[0] > 0 ^ row[1] > 0 ? 1 : 0).toArray();
        Samples samples = new Samples(rows, label, rows[0].length == 2 ? IntStream.range(0, 400).mapToDouble(at -> 1).toArray() : null);
        assertThat(hits(samples, 1)).isLessThan(0.7);
        assertThat(hits(samples, 2)).isGreaterThan(0.95);
    }

    private static double hits(Samples samples, int depth) {
        Model model = new BoostedTrees(List.of(depth), List.of(100), 0.2, 1, 1).fit(samples).get(0);
        return Scores.of(Arrays.stream(samples.rows()).mapToDouble(model::probability).toArray(), samples.label()).hitRate();
    }

    @Test
    void fewerTreesAreTheFirstOfMore() {
        Samples samples = NaiveTrees.samples(8, 200, 3);
        List<Model> both = new BoostedTrees(List.of(2), List.of(5, 20), 0.1, 0.5, 3).fit(samples);
        assertThat(both.get(0).text()).isEqualTo(new BoostedTrees(List.of(2), List.of(5), 0.1, 0.5, 3).fit(samples).get(0).text());
        assertThat(new BoostedTrees(List.of(1, 2), List.of(5, 20), 0.1, 0.5, 3).sets())
                .containsExactly("depth=1 trees=5", "depth=1 trees=20", "depth=2 trees=5", "depth=2 trees=20");
    }

    @Test
    void theSameSamplesAndSeedHaveTheSameHashAndOthersAnother() {
        String hash = model(5, 3).hash();
        assertThat(model(5, 3).hash()).isEqualTo(hash).hasSize(64);
        assertThat(model(5, 4).hash()).isNotEqualTo(hash);
        assertThat(model(6, 3).hash()).isNotEqualTo(hash);
    }

    private static Model model(long samples, long seed) {
        return new BoostedTrees(List.of(3), List.of(10), 0.1, 0.5, seed).fit(NaiveTrees.samples(samples, 200, 3)).get(0);
    }

    @Test
    void aRateThatCouldOvershootIsRefused() {
        assertThatThrownBy(() -> new BoostedTrees(List.of(1), List.of(1), 0.5, 1, 0))
                .hasMessage("rate is 0.5, share is 1.0, must be above 0 and at most 0.4 and 1");
    }
}
