package entrepot.trading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void aLabelIsWhatWasReachedFirstAndOnlyThoseThatEndedAreThere() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] close = Walk.gapped(seed, 150).closes();
            int[] side = IntStream.range(0, 150).map(bar -> random.nextInt(-1, 2)).toArray();
            double[] volatility = IntStream.range(0, 150).mapToDouble(bar -> bar < 5 ? Double.NaN : 0.0003 + 0.0004 * random.nextDouble()).toArray();
            int[] events = IntStream.range(0, 150).filter(bar -> random.nextInt(3) > 0).toArray();
            int patience = random.nextInt(1, 15);
            Labels found = Labels.of(close, events, side, volatility, new Labels.Barriers(0.8, 1.1, patience));
            List<String> naive = new ArrayList<>();
            for (int event : events) {
                for (int bar = event + 1; bar < 150 && side[event] != 0 && volatility[event] > 0; bar++) {
                    double gained = side[event] * (close[bar] / close[event] - 1);
                    double unit = volatility[event] * Math.sqrt(patience);
                    if (gained >= 0.8 * unit || gained <= -1.1 * unit || bar == event + patience) {
                        naive.add(event + " " + bar + " " + (gained > 0 ? 1 : 0));
                        break;
                    }
                }
            }
            assertThat(IntStream.range(0, found.size()).mapToObj(at -> found.event()[at] + " " + found.end()[at] + " " + found.label()[at]))
                    .as("seed " + seed).containsExactlyElementsOf(naive);
        }
    }

    @Test
    void uniquenessIsThatOfTheWholeTableOfBarsAndLabels() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 100; round++) {
            int[] event = IntStream.range(0, 40).filter(bar -> random.nextBoolean()).toArray();
            int[] end = Arrays.stream(event).map(bar -> bar + 1 + random.nextInt(8)).toArray();
            double[][] covers = new double[60][event.length];
            for (int at = 0; at < event.length; at++) {
                for (int bar = event[at] + 1; bar <= end[at]; bar++) {
                    covers[bar][at] = 1;
                }
            }
            assertThat(new Labels(event, end, new int[event.length]).uniqueness()).as("seed 9, round " + round)
                    .containsExactly(new SequentialBootstrap(covers).uniqueness(), within(1e-12));
        }
    }

    @Test
    void foldsOfEventsLeaveOutWhatReachesIntoTheTestAndForAWhileWhatFollows() {
        PurgedFolds folds = new PurgedFolds(new int[] {0, 10, 20, 30, 40, 50}, new int[] {9, 21, 25, 45, 44, 60}, 6);
        assertThat(folds.folds(3).stream().map(fold -> Arrays.toString(fold.train()))).containsExactly("[3, 4, 5]", "[0]", "[0, 1, 2]");
    }
}
