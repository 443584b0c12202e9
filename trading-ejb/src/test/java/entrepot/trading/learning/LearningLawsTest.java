package entrepot.trading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearningLawsTest {

    @Test
    void noTrainingSampleSharesABarWithATestAndNoneIsLeftOutForNothing() {
        SplittableRandom random = new SplittableRandom(51);
        for (int round = 0; round < 300; round++) {
            int size = random.nextInt(5, 60);
            int[] end = new int[size];
            Arrays.setAll(end, at -> Math.min(size - 1, at + random.nextInt(6)));
            int embargo = random.nextInt(3);
            int seen = 0;
            for (PurgedFolds.Fold fold : new PurgedFolds(end, embargo).folds(random.nextInt(2, 6))) {
                seen += fold.last() - fold.first() + 1;
                int reach = Arrays.stream(end, fold.first(), fold.last() + 1).max().orElseThrow();
                for (int at = 0; at < size; at++) {
                    boolean before = at < fold.first() && end[at] < fold.first();
                    boolean behind = at > fold.last() && at > reach + embargo;
                    boolean trains = Arrays.binarySearch(fold.train(), at) >= 0;
                    assertThat(trains).as("seed 51, round " + round + ", sample " + at).isEqualTo(before || behind);
                }
            }
            assertThat(seen).isEqualTo(size);
        }
    }

    @Test
    void differencesOfOrderOneAreTheUsualOnesAndOrderZeroChangesNothing() {
        double[] series = {3, 5, 4, 9};
        assertThat(FractionalDifference.fixedWidth(series, 1, 1e-9)).containsExactly(2, -1, 5);
        assertThat(FractionalDifference.fixedWidth(series, 0, 1e-9)).containsExactly(series);
    }

    @Test
    void aHalfTakenTwiceIsAWhole() {
        double[] half = FractionalDifference.weights(0.5, 40);
        for (int at = 0; at < 40; at++) {
            double sum = 0;
            for (int back = 0; back <= at; back++) {
                sum += half[back] * half[at - back];
            }
            assertThat(sum).isCloseTo(at == 0 ? 1 : at == 1 ? -1 : 0, within(1e-15));
        }
    }

    @Test
    void patienceEndsWithTheSeries() {
        TripleBarrier barrier = new TripleBarrier(0.5, 0.5, 10);
        assertThat(barrier.after(new double[] {10, 11, 12}, 1)).isEqualTo(new TripleBarrier.Outcome(1, 2, 0, 12 / 11.0 - 1));
        assertThat(new TripleBarrier(0.05, 0.05, Integer.MAX_VALUE).after(new double[] {10, 11, 12}, 1).label()).isEqualTo(1);
    }

    @Test
    void aDrawnSampleMakesThoseThatOverlapItLessLikely() {
        SequentialBootstrap bootstrap = new SequentialBootstrap(new double[][] {{1, 0, 0}, {1, 1, 0}, {0, 0, 1}});
        bootstrap.draw(0);
        assertThat(bootstrap.probabilities()[2]).isGreaterThan(bootstrap.probabilities()[1]);
        assertThat(Arrays.stream(bootstrap.probabilities()).sum()).isCloseTo(1, within(1e-15));
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThatThrownBy(() -> new CombinatorialSplits(6, 6)).hasMessageStartingWith("6 of 6 groups tested");
        assertThatThrownBy(() -> new PurgedFolds(new int[3], 0).folds(4)).hasMessageStartingWith("4 folds of 3 samples");
        assertThatThrownBy(() -> FractionalDifference.weights(0.5, 0.0)).hasMessage("threshold is 0.0, must be above 0");
    }
}
