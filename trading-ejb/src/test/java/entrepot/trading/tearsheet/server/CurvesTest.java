package entrepot.trading.tearsheet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.platform.sql.ColumnPart;
import entrepot.trading.backtest.server.Curve;
import entrepot.trading.basket.server.BasketCurve;
import entrepot.trading.tearsheet.AccountCurve;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static final int BARS = ColumnPart.SIZE + 100;

    private static double[] from(int part, double offset) {
        return IntStream.range(part * ColumnPart.SIZE, Math.min(BARS, (part + 1) * ColumnPart.SIZE)).mapToDouble(bar -> bar + offset).toArray();
    }

    private static long[] times(int part) {
        return Arrays.stream(from(part, 0)).mapToLong(bar -> (long) bar).toArray();
    }

    @Test
    void partsFollowEachOther() {
        AccountCurve curve = Curves.of(50, BARS, part -> Optional.of(new Curve(times(part), null, null, null, null, from(part, 0.5), from(part, 0.25), from(part, 0.125))));
        assertThat(curve.times()).containsExactly(LongStream.range(0, BARS).toArray());
        assertThat(curve.worth()[BARS - 1]).isEqualTo(BARS - 1 + 0.5);
        assertThat(curve.benchmark()[ColumnPart.SIZE]).isEqualTo(ColumnPart.SIZE + 0.25);
        assertThat(curve.exposure()[ColumnPart.SIZE - 1]).isEqualTo(ColumnPart.SIZE - 1 + 0.125);
        assertThat(curve.start()).isEqualTo(50);
    }

    @Test
    void thePortfolioIsExposedByAllThatIsHeldLongAndShort() {
        double[][] weights = {{0.5, 0, -0.2}, {-0.25, 0, 0.3}};
        AccountCurve curve = Curves.ofPortfolio(10, 3, part -> Optional.of(new BasketCurve(new long[] {1, 2, 3}, new double[3], new double[3], new double[3], weights)));
        assertThat(curve.exposure()).containsExactly(new double[] {0.75, 0, 0.5}, within(1e-15));
    }
}
