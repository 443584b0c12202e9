package entrepot.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.market.Bars;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of every indicator of the catalogue, with its standard parameters. */
class CatalogueLawsTest {

    private static final long SEED = 20;
    private static final Bars BARS = bars(SEED, 400);

    /** As {@link Walk#gapped}, with shadows and volume. */
    private static Bars bars(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars walk = Walk.gapped(seed, size);
        double[] high = walk.highs();
        double[] low = walk.lows();
        double[] volume = new double[size];
        for (int bar = 0; bar < size; bar++) {
            high[bar] *= 1 + 0.0003 * random.nextDouble();
            low[bar] *= 1 - 0.0003 * random.nextDouble();
            volume[bar] = random.nextInt(1, 10_000);
        }
        return Bars.of(walk.times(), walk.opens(), high, low, walk.closes(), volume);
    }

    private static double[][] inputs(Definition definition, Bars bars) {
        return Stream.concat(definition.sources().stream(), definition.columns().stream()).map(input -> input.of(bars)).toArray(double[][]::new);
    }

    private static double[][] lines(Definition definition, Bars bars) {
        return definition.over(Map.of(), inputs(definition, bars));
    }

    @Test
    void laterBarsChangeNoValue() {
        for (Definition definition : Catalogue.all()) {
            double[][] whole = lines(definition, BARS);
            for (int cut = 1; cut <= BARS.size(); cut++) {
                double[][] left = lines(definition, BARS.slice(0, cut));
                for (int line = 0; line < whole.length; line++) {
                    assertThat(left[line]).as(definition.name() + "." + definition.lines().get(line) + " cut at " + cut + ", seed " + SEED)
                            .containsExactly(Arrays.copyOf(whole[line], cut));
                }
            }
        }
    }

    @Test
    void barByBarIsWhatTheArraysSay() {
        for (Definition definition : Catalogue.all()) {
            double[][] whole = lines(definition, BARS);
            double[][] inputs = inputs(definition, BARS);
            Indicator indicator = definition.start(Map.of());
            double[] now = new double[whole.length];
            for (int bar = 0; bar < BARS.size(); bar++) {
                int at = bar;
                indicator.next(Arrays.stream(inputs).mapToDouble(column -> column[at]).toArray(), now);
                assertThat(now).as(definition.name() + " at " + bar + ", seed " + SEED)
                        .containsExactly(Arrays.stream(whole).mapToDouble(line -> line[at]).toArray());
            }
        }
    }

    @Test
    void everyLineIsThereAtTheEnd() {
        assertThat(Catalogue.all()).allSatisfy(definition -> assertThat(List.of(lines(definition, BARS)))
                .allSatisfy(line -> assertThat(line[line.length - 1]).as(definition.name()).isFinite()));
    }

    @Test
    void whatIsUndefinedIsPassedOver() {
        double[] prices = BARS.closes();
        double[] holed = new double[prices.length + 3];
        Arrays.fill(holed, Double.NaN);
        System.arraycopy(prices, 0, holed, 2, 100);
        System.arraycopy(prices, 100, holed, 103, prices.length - 100);
        for (Definition definition : Catalogue.all()) {
            if (definition.sources().size() == 1 && definition.columns().isEmpty()) {
                double[] expected = definition.over(Map.of(), prices)[0];
                double[] found = definition.over(Map.of(), holed)[0];
                assertThat(found[102]).as(definition.name()).isNaN();
                assertThat(Arrays.copyOfRange(found, 103, found.length)).as(definition.name())
                        .containsExactly(Arrays.copyOfRange(expected, 100, expected.length));
            }
        }
    }

    @Test
    void anIndicatorOfAnIndicatorBeginsWhereTheInnerOneDoes() {
        double[] rsi = lines(Catalogue.find("rsi").orElseThrow(), BARS)[0];
        double[] mean = Catalogue.find("sma").orElseThrow().over(Map.of("n", 5.0), rsi)[0];
        assertThat(mean[17]).isNaN();
        assertThat(mean[18]).isCloseTo((rsi[14] + rsi[15] + rsi[16] + rsi[17] + rsi[18]) / 5, within(1e-12));
    }

    @Test
    void theSimpleMeanIsThatOfTheStrategiesBitForBit() {
        double[] prices = Walk.coarse(SEED, 2000).closes();
        assertThat(Catalogue.find("sma").orElseThrow().over(Map.of("n", 40.0), prices)[0])
                .containsExactly(Mean.SIMPLE.of(prices, 40, WarmUp.FULL));
    }

    @Test
    void aParameterOutOfItsLimitsIsNamed() {
        Definition sma = Catalogue.find("sma").orElseThrow();
        assertThatThrownBy(() -> sma.start(Map.of("n", 0.0))).hasMessage("sma: n is 0.0, must be from 1 to 10000");
        assertThatThrownBy(() -> sma.start(Map.of("n", 2.5))).hasMessage("sma: n is 2.5, must be a whole number");
        assertThatThrownBy(() -> sma.start(Map.of("m", 2.0))).hasMessageContaining("not [m]");
        assertThatThrownBy(() -> Catalogue.find("ema").orElseThrow().start(Map.of("seed", "last")))
                .hasMessage("ema: seed is last, must be one of mean, first, weighted");
    }

    @Test
    void aFlatSeriesGivesWhatIsWrittenDown() {
        double[] prices = new double[300];
        Arrays.fill(prices, 0.1);
        Bars flat = Walk.of(prices);
        Map<String, Double> expected = Map.ofEntries(Map.entry("sma", 0.1), Map.entry("ema", 0.1), Map.entry("wma", 0.1),
                Map.entry("hma", 0.1), Map.entry("kama", 0.1), Map.entry("smma", 0.1), Map.entry("rsi", 50.0), Map.entry("stoch", 50.0),
                Map.entry("williams", -50.0), Map.entry("ultosc", 50.0), Map.entry("cci", 0.0), Map.entry("adx", 0.0),
                Map.entry("atr", 0.0), Map.entry("macd", 0.0), Map.entry("mfi", 50.0), Map.entry("zscore", 0.0), Map.entry("stdev", 0.0),
                Map.entry("entropy", 0.0), Map.entry("chop", Double.NaN), Map.entry("vortex", Double.NaN),
                Map.entry("hurst", Double.NaN), Map.entry("corr", Double.NaN), Map.entry("vwap", Double.NaN), Map.entry("cmf", Double.NaN));
        expected.forEach((name, value) -> assertThat(lines(Catalogue.find(name).orElseThrow(), flat)[0][299]).as(name)
                .isEqualTo(value));
    }

    @Test
    void namesAreWrittenOnce() {
        List<String> names = Catalogue.all().stream().map(Definition::name).toList();
        assertThat(names).doesNotHaveDuplicates().contains("sma", "hurst", "entropy");
    }
}
