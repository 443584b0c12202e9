package entrepot.trading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.market.Bars;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureTest {

    private static final Bars BARS = voluminous(21, 300);

    @ParameterizedTest
    @EnumSource(Feature.class)
    void eachIsWhatItsFormulaSaysAtEveryBar(Feature feature) {
        double[] found = feature.of(BARS);
        for (int bar = 0; bar < found.length; bar++) {
            double naive = naive(feature, BARS, bar);
            if (Double.isNaN(naive)) {
                assertThat(found[bar]).as(feature + " at " + bar).isNaN();
            } else {
                assertThat(found[bar]).as(feature + " at " + bar).isCloseTo(naive, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void laterBarsChangeNothingAndHistoryIsAwaited(Feature feature) {
        double[] whole = feature.of(BARS);
        for (int cut = 1; cut <= BARS.size(); cut++) {
            assertThat(feature.of(BARS.slice(0, cut))).as(feature + " cut at " + cut).containsExactly(Arrays.copyOf(whole, cut));
        }
        assertThat(whole[0]).isNaN();
        assertThat(whole[299]).isFinite();
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void aPriceBelowZeroIsNoNumber(Feature feature) {
        double[] prices = new SplittableRandom(1).doubles(150, 90, 110).toArray();
        prices[100] = -37.63;
        double[] found = feature.of(Walk.of(prices));
        if (feature != Feature.VOLUME_20 && feature != Feature.CHANNEL_20) {
            assertThat(found[100]).isNaN();
        }
        assertThat(found[99]).isFinite();
    }

    @Test
    void aRowIsKnownAtItsCloseAndWhereAllOfItIs() {
        FeatureTable table = FeatureTable.of(BARS, List.of(Feature.RETURN_1, Feature.RETURN_63));
        assertThat(table.knownAt()).isEqualTo(BARS.times());
        assertThat(IntStream.range(0, 300).filter(table::isKnown).findFirst()).hasValue(63);
    }

    private static double naive(Feature feature, Bars bars, int bar) {
        return switch (feature) {
            case RETURN_1 -> moved(bars, bar, 1);
            case RETURN_5 -> moved(bars, bar, 5);
            case RETURN_21 -> moved(bars, bar, 21);
            case RETURN_63 -> moved(bars, bar, 63);
            case TREND_50 -> Math.log(bars.close(bar) / mean(bar, 50, at -> bars.close(at)));
            case FRACTION -> fraction(bars, bar);
            case CHANNEL_20 -> channel(bars, bar);
            case RSI_14 -> strength(bars, bar);
            case SCORE_20 -> (Math.log(bars.close(bar)) - mean(bar, 20, at -> Math.log(bars.close(at)))) / deviation(bar, 20, at -> Math.log(bars.close(at)));
            case VOLATILITY_20 -> bar < 20 ? Double.NaN : deviation(bar, 20, at -> moved(bars, at, 1));
            case RANGE_20 -> Math.sqrt(Math.max(0, mean(bar, 20, at -> Math.pow(Math.log(bars.high(at) / bars.low(at)), 2) / 2
                    - (2 * Math.log(2) - 1) * Math.pow(Math.log(bars.close(at) / bars.open(at)), 2))));
            case VOLUME_20 -> Math.log((1 + bars.volume(bar)) / (1 + mean(bar, 20, at -> bars.volume(at))));
        };
    }

    private interface Column {
        double at(int bar);
    }

    private static double mean(int bar, int n, Column column) {
        return bar + 1 < n ? Double.NaN : IntStream.rangeClosed(bar + 1 - n, bar).mapToDouble(column::at).sum() / n;
    }

    private static double deviation(int bar, int n, Column column) {
        double mean = mean(bar, n, column);
        return bar + 1 < n ? Double.NaN : Math.sqrt(IntStream.rangeClosed(bar + 1 - n, bar).mapToDouble(at -> Math.pow(column.at(at) - mean, 2)).sum() / (n - 1));
    }

    private static double moved(Bars bars, int bar, int back) {
        return bar < back ? Double.NaN : Math.log(bars.close(bar) / bars.close(bar - back));
    }

    private static double fraction(Bars bars, int bar) {
        double weight = 1;
        double sum = 0;
        for (int back = 0; Math.abs(weight) >= 0.001; back++) {
            sum += back > bar ? Double.NaN : weight * Math.log(bars.close(bar - back));
            weight *= -(0.4 - back) / (back + 1);
        }
        return sum;
    }

    private static double channel(Bars bars, int bar) {
        if (bar < 19) {
            return Double.NaN;
        }
        double high = IntStream.rangeClosed(bar - 19, bar).mapToDouble(bars::high).max().orElseThrow();
        double low = IntStream.rangeClosed(bar - 19, bar).mapToDouble(bars::low).min().orElseThrow();
        return (bars.close(bar) - low) / (high - low);
    }

    private static double strength(Bars bars, int bar) {
        if (bar < 14) {
            return Double.NaN;
        }
        double up = 0;
        double down = 0;
        for (int at = 1; at <= bar; at++) {
            double change = bars.close(at) - bars.close(at - 1);
            double share = at <= 14 ? 1 : 13 / 14.0;
            up = up * share + Math.max(0, change) / 14;
            down = down * share + Math.max(0, -change) / 14;
        }
        return 100 * up / (up + down);
    }

    private static Bars voluminous(long seed, int size) {
        Bars walk = Walk.gapped(seed, size);
        return Bars.of(walk.times(), walk.opens(), walk.highs(), walk.lows(), walk.closes(), new SplittableRandom(seed).doubles(size, 1000, 9000).toArray());
    }
}
