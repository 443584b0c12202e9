package entrepot.trading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void fourForecastsByHand() {
        Scores found = Scores.of(new double[] {0.9, 0.6, 0.4, 0.5}, new int[] {1, 0, 0, 1});
        assertThat(found.logLoss()).isCloseTo(-(Math.log(0.9) + Math.log(0.4) + Math.log(0.6) + Math.log(0.5)) / 4, within(1e-15));
        assertThat(found.brier()).isCloseTo((0.01 + 0.36 + 0.16 + 0.25) / 4, within(1e-15));
        assertThat(found.auc()).isEqualTo(0.75);
        assertThat(found.hitRate()).isEqualTo(0.75);
        assertThat(Scores.of(new double[] {0, 1}, new int[] {1, 0}).logLoss()).isCloseTo(-Math.log(1e-15), within(1e-9));
        assertThat(Scores.of(new double[] {0.3}, new int[] {1}).auc()).isNaN();
    }

    @Test
    void theAreaIsThatOverAllPairs() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 100; round++) {
            double[] said = random.ints(50, 0, 12).mapToDouble(at -> at / 12.0).toArray();
            int[] came = IntStream.range(0, 50).map(at -> at < 2 ? at : random.nextInt(2)).toArray();
            double won = 0;
            double pairs = 0;
            for (int one = 0; one < 50; one++) {
                for (int other = 0; other < 50; other++) {
                    if (came[one] == 1 && came[other] == 0) {
                        pairs++;
                        won += said[one] > said[other] ? 1 : said[one] == said[other] ? 0.5 : 0;
                    }
                }
            }
            assertThat(Scores.of(said, came).auc()).as("seed 6, round " + round).isCloseTo(won / pairs, within(1e-12));
        }
    }
}
