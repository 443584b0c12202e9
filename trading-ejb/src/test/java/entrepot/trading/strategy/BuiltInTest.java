package entrepot.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.Terms;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.market.Bars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInTest {

    private static final int SERIES = 60;
    /** The slow reference of what is learned is slow. */
    private static final int LEARNED_SERIES = 20;

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void everyBuiltInDecidesAsASlowReferenceDoesAtEveryBar(BuiltIn builtIn) {
        int changes = 0;
        int series = builtIn == BuiltIn.LEARNED ? LEARNED_SERIES : SERIES;
        for (long seed = 1; seed <= series; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Configured strategy = Drawn.of(builtIn, random);
            Bars bars = seed % 3 == 0 ? Walk.coarse(seed, 300) : Walk.gapped(seed, 300);
            int[] found = strategy.on(bars).targets();
            assertThat(found).as(strategy.words() + ", seed " + seed).containsExactly(new NaiveStrategies(bars, settings(strategy)).targets(builtIn));
            changes += (int) IntStream.range(1, found.length).filter(bar -> found[bar] != found[bar - 1]).count();
        }
        assertThat(changes).as("changes of position seen").isGreaterThan(builtIn == BuiltIn.BUY_AND_HOLD ? -1 : series);
    }

    private static Map<String, String> settings(Configured strategy) {
        return strategy.builtIn().parameters().stream().collect(Collectors.toMap(Parameter::name, strategy::value));
    }

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void settingsAreReadBackAsTheyWere(BuiltIn builtIn) {
        Configured strategy = Drawn.of(builtIn, new SplittableRandom(5));
        assertThat(Configured.read(builtIn, strategy.settings())).isEqualTo(strategy).hasToString(strategy.words());
        assertThat(builtIn.with(Map.of()).settings()).isEqualTo(builtIn.parameters().stream()
                .map(one -> one.name() + "=" + one.standardWords()).collect(Collectors.joining(" ")));
    }

    @Test
    void whatIsNotAsItStandsIsNamed() {
        assertThat(BuiltIn.LEARNED.with(Map.of("model", "TREES", "window", 500.0, "exit", 0.5)).changed()).isEqualTo("model=TREES window=500");
        assertThat(BuiltIn.LEARNED.with(Map.of()).changed()).isEmpty();
    }

    @Test
    void theGuideHasARowForEachWithItsParametersAndWhatTheyAreOtherwise() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/strategies.md"));
        for (BuiltIn one : BuiltIn.values()) {
            List<String> row = rows.stream().filter(line -> line.startsWith("| `" + one + "` |")).toList();
            assertThat(row).as(one.name()).hasSize(1);
            one.parameters().forEach(parameter -> assertThat(row.get(0)).contains("`" + parameter.name() + "` " + parameter.standardWords()));
        }
    }

    @Test
    void settingsThatDoNotGoTogetherAreNamed() {
        assertThatThrownBy(() -> BuiltIn.CHANNEL.with(Map.of("exit", 30.0))).hasMessage("exit must be from 1 to entry, 20, is 30");
        assertThatThrownBy(() -> BuiltIn.BOLLINGER.with(Map.of("exit", 2.0))).hasMessage("exit must be below k, 2.0, is 2.0");
        assertThatThrownBy(() -> BuiltIn.RSI.with(Map.of("low", 60.0))).hasMessage("exit must be above low, 60.0, and below high, 70.0, is 50.0");
        assertThatThrownBy(() -> BuiltIn.ORNSTEIN_UHLENBECK.with(Map.of("exit", 2.0))).hasMessage("exit must be below enter, 1.25, is 2.0");
        assertThatThrownBy(() -> BuiltIn.RSI.with(Map.of("low", 101.0))).hasMessage("RSI: low is 101.0, must be from 0 to 100");
    }

    @Test
    void aPriceThatIsNotAboveZeroHasNoReturnAndNoLogarithm() {
        double[] prices = new SplittableRandom(1).doubles(60, 90, 110).toArray();
        prices[40] = -37.63;
        Bars oil = Walk.of(prices);
        int[] momentum = BuiltIn.MOMENTUM.with(Map.of("lookback", 5.0, "hold", 1.0)).on(oil).targets();
        assertThat(momentum[40]).isZero();
        assertThat(momentum[45]).isZero();
        int[] process = BuiltIn.ORNSTEIN_UHLENBECK.with(Map.of("window", 10.0, "enter", 0.2, "exit", 0.1)).on(oil).targets();
        assertThat(Arrays.copyOfRange(process, 40, 50)).containsOnly(0);
        assertThat(Arrays.copyOfRange(process, 0, 40)).contains(1);
        assertThat(Arrays.copyOfRange(process, 50, 60)).contains(1);
    }

    @Test
    void aPositionIsAsLargeAsItsVolatilityAllows() {
        for (long seed = 1; seed <= 20; seed++) {
            Bars bars = Walk.gapped(seed, 400);
            Strategy inner = Drawn.of(BuiltIn.CHANNEL, new SplittableRandom(seed));
            double target = 0.004;
            Decisions sized = new VolatilityTarget(inner, target).on(bars);
            int[] targets = sized.targets();
            int[] plain = inner.on(bars).targets();
            for (int bar = 0; bar < targets.length; bar++) {
                assertThat(targets[bar]).as("seed " + seed).isEqualTo(bar < 60 ? 0 : plain[bar]);
                if (bar >= 60) {
                    assertThat(sized.share(bar)).as("seed " + seed).isCloseTo(Math.min(1, target / volatility(bars, bar)), within(1e-9));
                }
            }
        }
    }

    @Test
    void theBarsOfAYearAreCountedUpToTheDecisionWhereTheyAreNoDays() {
        Bars days = Walk.gapped(3, 400);
        long[] times = new long[400];
        Arrays.setAll(times, bar -> bar * 6 * 3_600_000L);
        Bars bars = Bars.of(times, days.opens(), days.highs(), days.lows(), days.closes(), days.volumes());
        Decisions sized = new VolatilityTarget(new BuyAndHold(), 0.004, true).on(bars);
        for (int bar = 1; bar < 400; bar++) {
            assertThat(sized.targets()[bar]).as("30 days of four bars, bar " + bar).isEqualTo(bar < 120 ? 0 : 1);
            if (bar >= 120) {
                assertThat(sized.share(bar)).isCloseTo(Math.min(1, 0.004 / (volatility(bars, bar) * Math.sqrt(4 * 365.25 / 261))), within(1e-9));
            }
        }
    }

    /** By the weighted sum of the paper, weights scaled to add up to 1. */
    private static double volatility(Bars bars, int bar) {
        double weights = 0;
        double mean = 0;
        for (int at = bar; at > 0; at--) {
            double weight = Math.pow(60 / 61.0, bar - at);
            weights += weight;
            mean += weight * (bars.close(at) / bars.close(at - 1) - 1);
        }
        mean /= weights;
        double square = 0;
        for (int at = bar; at > 0; at--) {
            square += Math.pow(60 / 61.0, bar - at) / weights * Math.pow(bars.close(at) / bars.close(at - 1) - 1 - mean, 2);
        }
        return Math.sqrt(261 * square);
    }

    @Test
    void theBacktestPutsThatShareOfTheMoneyIn() {
        Bars bars = Walk.gapped(4, 400);
        Strategy sized = new VolatilityTarget(new BuyAndHold(), 0.004);
        BacktestResult found = new Backtest(bars, sized, Terms.allIn(10_000, Costs.NONE)).run();
        double share = sized.on(bars).share(60);
        assertThat(share).isBetween(0.3, 0.8);
        assertThat(found.fills()).hasSize(1);
        assertThat(found.fills().get(0).bar()).isEqualTo(61);
        assertThat(found.fills().get(0).units() * bars.open(61)).isCloseTo(share * 10_000, within(1e-6));
    }
}
