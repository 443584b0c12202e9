package entrepot.trading.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.evidence.BestRule;
import entrepot.trading.evidence.CrossValidation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparedTest {

    private static final long SEED = 41;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void oneThatIsTrulyBetterIsNoLuckAndChoosingItNoOverfitting() {
        List<double[]> cells = IntStream.range(0, 20).mapToObj(cell -> returns(640, cell == 7 ? 0.003 : 0)).toList();
        Compared found = Compared.of(cells);
        assertThat(found.cells()).isEqualTo(20);
        assertThat(found.bars()).isEqualTo(1);
        assertThat(found.overfitting()).as("seed " + SEED).isLessThan(0.01);
        assertThat(found.reality()).isLessThan(0.01);
        assertThat(found.superior()).isLessThan(0.01);
    }

    @Test
    void figuresAreThoseOfTheReturns() {
        List<double[]> cells = IntStream.range(0, 5).mapToObj(cell -> returns(300, 0)).toList();
        same(Compared.of(cells), cells, 1, 300);
    }

    @Test
    void returnsOfManyBarsAreTakenTogether() {
        List<double[]> cells = IntStream.range(0, 3).mapToObj(cell -> returns(25_001, 0)).toList();
        Compared found = Compared.of(cells);
        assertThat(found.bars()).isEqualTo(3);
        same(found, cells, 3, 8_333);
    }

    private static void same(Compared found, List<double[]> cells, int bars, int count) {
        double[][] rows = new double[count][cells.size()];
        for (int row = 0; row < count; row++) {
            for (int cell = 0; cell < cells.size(); cell++) {
                int first = row * bars;
                double[] returns = cells.get(cell);
                rows[row][cell] = IntStream.range(first, first + bars).mapToDouble(at -> 1 + returns[at]).reduce(1, (one, other) -> one * other) - 1;
            }
        }
        BestRule best = BestRule.of(rows, 0.1, 10_000, 1);
        assertThat(found).as("seed " + SEED).isEqualTo(new Compared(cells.size(), bars, CrossValidation.of(rows, 16).overfitting(), best.reality(), best.superior()));
    }

    @Test
    void whatCannotBeComparedIsNoNumber() {
        double[] gone = returns(64, 0);
        gone[63] = Double.NaN;
        assertThat(Compared.of(List.of(returns(64, 0), gone, returns(64, 0))).cells()).as("without the one whose money was gone").isEqualTo(2);
        Compared nothing = new Compared(1, 1, Double.NaN, Double.NaN, Double.NaN);
        assertThat(Compared.of(List.of(returns(64, 0), gone))).isEqualTo(nothing);
        assertThat(Compared.of(List.of(returns(31, 0), returns(31, 0))).overfitting()).as("two returns a stretch").isNaN();
        assertThat(Compared.of(List.of(returns(32, 0), returns(32, 0))).overfitting()).isBetween(0.0, 1.0);
    }

    private double[] returns(int count, double gain) {
        return IntStream.range(0, count).mapToDouble(at -> gain + 0.01 * random.nextGaussian()).toArray();
    }
}
