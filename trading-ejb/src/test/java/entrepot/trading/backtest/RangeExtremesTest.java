package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.Walk;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RangeExtremesTest {

    @Test
    void everyStretchHasTheExtremesOfItsNumbers() {
        double[] values = Walk.gapped(3, 150).closes();
        RangeExtremes extremes = new RangeExtremes(values);
        for (int from = 0; from < values.length; from++) {
            for (int to = from; to < values.length; to++) {
                double[] stretch = Arrays.copyOfRange(values, from, to + 1);
                assertThat(extremes.highest(from, to)).as(from + " to " + to).isEqualTo(Arrays.stream(stretch).max().orElseThrow());
                assertThat(extremes.lowest(from, to)).as(from + " to " + to).isEqualTo(Arrays.stream(stretch).min().orElseThrow());
            }
        }
    }
}
