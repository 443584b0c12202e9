package entrepot.trading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

    private static final Family LOGISTIC = new LogisticRegression(List.of(100.0, 1.0));

    /** A feature that tells the next bar as often as is asked, and one that tells nothing. */
    private static FeatureTable told(Labels labels, int size, double how, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = IntStream.range(0, size).mapToObj(bar -> new double[] {random.nextGaussian(), random.nextGaussian()}).toArray(double[][]::new);
        for (int at = 0; at < labels.size(); at++) {
            rows[labels.event()[at]][0] += how * (labels.label()[at] == 1 ? 1 : -1);
        }
        return new FeatureTable(List.of("told", "noise"), rows, new long[size]);
    }

    private static Labels labels(Bars bars, int patience) {
        double[] volatility = Feature.VOLATILITY_20.of(bars);
        int[] long1 = new int[bars.size()];
        Arrays.fill(long1, 1);
        return Labels.of(bars.closes(), IntStream.range(0, bars.size()).toArray(), long1, volatility, new Labels.Barriers(1, 1, patience));
    }

    @Test
    void noFitSeesALabelThatHadNotEndedAndNoFoldOneThatReachesIntoItsTest() {
        Bars bars = Walk.gapped(3, 600);
        Labels labels = labels(bars, 7);
        FeatureTable features = told(labels, 600, 0.5, 1);
        List<Samples> seen = new ArrayList<>();
        Family spy = new Family() {
            @Override
            public List<String> sets() {
                return List.of("spy");
            }

            @Override
            public List<Model> fit(Samples samples) {
                seen.add(samples);
                return LOGISTIC.fit(samples).subList(0, 1);
            }
        };
        WalkForward.Course course = new WalkForward(200, true, 50, 4, 3).over(features, labels, spy, bar -> true);
        assertThat(course.fits()).hasSize(9);
        assertThat(course.fits().stream().map(Fit::at)).containsExactly(199, 249, 299, 349, 399, 449, 499, 549, 599);
        int place = 0;
        for (Fit fit : course.fits()) {
            List<double[]> known = IntStream.range(0, labels.size())
                    .filter(at -> labels.event()[at] > fit.at() - 200 && labels.end()[at] <= fit.at()).mapToObj(at -> features.rows()[labels.event()[at]]).toList();
            for (int fold = 0; fold < 4; fold++) {
                assertThat(known).containsAll(Arrays.asList(seen.get(place).rows()));
                assertThat(seen.get(place++).size()).isBetween(known.size() / 2, known.size() * 3 / 4);
            }
            assertThat(Arrays.asList(seen.get(place++).rows())).containsExactlyElementsOf(known);
            assertThat(fit.samples()).isEqualTo(known.size());
            assertThat(fit.until()).isEqualTo(Math.min(600, fit.at() + 50));
        }
        assertThat(course.probability()[198]).isNaN();
        assertThat(course.probability()[199]).isEqualTo(course.fits().get(0).model().probability(features.rows()[199]));
        assertThat(course.probability()[249]).isEqualTo(course.fits().get(1).model().probability(features.rows()[249]));
    }

    @Test
    void whatTellsSomethingIsFoundAndHowMuch() {
        Bars bars = Walk.gapped(5, 1500);
        Labels labels = labels(bars, 5);
        FeatureTable features = told(labels, 1500, 0.8, 2);
        for (Family family : List.of(LOGISTIC, new BoostedTrees(List.of(2), List.of(40), 0.1, 0.5, 1))) {
            WalkForward.Course course = new WalkForward(500, false, 100, 4, 5).over(features, labels, family, bar -> true);
            Assessment found = Assessment.of(features, labels, course, 1);
            assertThat(found.model().count()).isEqualTo(found.baseline().count()).isGreaterThan(900);
            // Two normal distributions 1.6 deviations apart: hits Φ(0.8) = 0.788, area Φ(1.6/√2) = 0.871
            assertThat(found.model().hitRate()).isCloseTo(0.788, within(0.04));
            assertThat(found.model().auc()).isCloseTo(0.871, within(0.04));
            assertThat(found.baseline().logLoss()).isCloseTo(Math.log(2), within(0.02));
            assertThat(found.model().logLoss()).isLessThan(0.55);
            Assessment.Importance told = found.importance().get(0);
            Assessment.Importance noise = found.importance().get(1);
            assertThat(told.accuracy()).isGreaterThan(0.2).isGreaterThan(5 * told.accuracyError());
            assertThat(Math.abs(noise.accuracy())).isLessThan(0.02);
            assertThat(noise.logLoss()).isCloseTo(0, within(0.02));
            assertThat(found.calibration().stream().mapToInt(Assessment.Tenth::count).sum()).isEqualTo(found.model().count());
            assertThat(found.calibration()).filteredOn(tenth -> tenth.count() > 60).allSatisfy(tenth -> assertThat(tenth.came()).isCloseTo(tenth.said(), within(0.2)));
            assertThat(found.byFit()).hasSize(course.fits().size());
        }
    }

    @Test
    void noiseIsNoBetterThanTheShareOfOnes() {
        Bars bars = Walk.gapped(6, 1500);
        Labels labels = labels(bars, 5);
        FeatureTable features = told(labels, 1500, 0, 3);
        Assessment found = Assessment.of(features, labels, new WalkForward(500, false, 100, 4, 5).over(features, labels, LOGISTIC, bar -> true), 1);
        assertThat(found.model().auc()).isBetween(0.44, 0.56);
        assertThat(found.model().logLoss()).isGreaterThan(found.baseline().logLoss() - 0.003);
    }

    @Test
    void theSetThatDoesBetterInTheFoldsIsChosen() {
        Bars bars = Walk.gapped(7, 800);
        Labels labels = labels(bars, 5);
        Family wide = new LogisticRegression(List.of(1e9, 1.0));
        WalkForward forward = new WalkForward(400, false, 100, 4, 5);
        assertThat(forward.over(told(labels, 800, 1, 4), labels, wide, bar -> true).fits()).allSatisfy(fit -> {
            assertThat(fit.chosen()).isEqualTo(1);
            assertThat(fit.losses()[1]).isLessThan(fit.losses()[0]);
        });
        WalkForward.Course noise = forward.over(told(labels, 800, 0, 5), labels, new LogisticRegression(List.of(1e9, 1e-6)), bar -> true);
        assertThat(noise.fits().stream().filter(fit -> fit.chosen() == 0).count()).isGreaterThan(noise.fits().size() / 2);
    }

    @Test
    void aLessonThatIsStoppedHasNoEnd() {
        Bars bars = Walk.gapped(7, 400);
        Labels labels = labels(bars, 5);
        List<Integer> asked = new ArrayList<>();
        assertThat(new WalkForward(200, false, 50, 4, 5).over(told(labels, 400, 0, 4), labels, LOGISTIC, bar -> asked.add(bar) && bar < 250)).isNull();
        assertThat(asked).containsExactly(199, 249, 299);
    }
}
