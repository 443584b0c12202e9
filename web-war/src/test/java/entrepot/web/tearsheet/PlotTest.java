package entrepot.web.tearsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final long[] TIMES = {0, 10, 20, 30, 40};

    private static Plot plot(double... values) {
        return Plot.of(TIMES, List.of(values), level -> Double.toString(level), Long::toString);
    }

    @Test
    void levelsAreRoundAndHoldAllThatIsDrawn() {
        assertThat(plot(3, 11, 7, 5, 9).levels()).extracting(Plot.Mark::text).containsExactly("2.0", "4.0", "6.0", "8.0", "10.0", "12.0");
        assertThat(plot(0.001, -0.004, 0, 0, 0).levels()).extracting(Plot.Mark::text).containsExactly("-0.004", "-0.002", "0.0", "0.002");
        assertThat(plot(-0.25, -0.9, -0.1, -0.3, 0).levels()).extracting(Plot.Mark::text).containsExactly("-1.0", "-0.75", "-0.5", "-0.25", "0.0");
    }

    @Test
    void timesAreSpacedAsTheyPassed() {
        Plot plot = plot(3, 11, 7, 5, 9);
        assertThat(plot.days()).extracting(Plot.Mark::text).containsExactly("0", "10", "20", "30", "40");
        double[] points = plot.lines().get(0).pieces().get(0);
        assertThat(points[0]).isEqualTo(Plot.LEFT);
        assertThat(points[8]).isEqualTo(Plot.WIDTH - 8);
        assertThat(points[4]).isEqualTo((Plot.LEFT + Plot.WIDTH - 8) / 2.0);
    }

    @Test
    void aLineIsInterruptedWhereThereIsNoNumber() {
        Plot plot = plot(1, 2, Double.NaN, 4, 5);
        assertThat(plot.lines().get(0).pieces()).hasSize(2);
        assertThat(plot.lines().get(0).path()).matches("M[\\d. ]+L[\\d. ]+M[\\d. ]+L[\\d. ]+");
        assertThat(plot(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN).lines().get(0).path()).isEmpty();
    }

    @Test
    void whatNeverMovesHasAPlaceToo() {
        for (double value : new double[] {0, 1, -3, 10_000}) {
            double[] points = plot(value, value, value, value, value).lines().get(0).pieces().get(0);
            assertThat(points[1]).as("of " + value).isBetween(8.0, (double) Plot.FLOOR);
        }
    }

    @Test
    void nothingIsDrawnOutsideOfTheDrawingOrOffItsLevels() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double scale = Math.pow(10, random.nextInt(-8, 9));
            double middle = random.nextInt(3) * 10 * scale;
            double[] values = random.doubles(5, -1, 1).map(value -> value * scale + middle).toArray();
            Plot plot = plot(values);
            assertThat(plot.levels().size()).as("seed " + seed).isBetween(3, 7);
            double[] points = plot.lines().get(0).pieces().get(0);
            for (int at = 1; at < points.length; at += 2) {
                assertThat(points[at]).as("seed " + seed).isBetween(7.9, Plot.FLOOR + 0.1);
            }
            double first = plot.levels().get(0).place();
            assertThat(first).as("seed " + seed).isEqualTo(Plot.FLOOR);
            assertThat(plot.levels().get(plot.levels().size() - 1).place()).as("seed " + seed).isEqualTo(8);
        }
    }
}
