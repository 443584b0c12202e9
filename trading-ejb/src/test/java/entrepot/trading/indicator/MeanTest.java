package entrepot.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import entrepot.trading.Walk;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MeanTest {

    private static final double[] PRICES = {1, 2, 6, 4};

    @Test
    void aPartialSimpleMeanIsOverAsManyPricesAsThereAre() {
        assertThat(Mean.SIMPLE.of(PRICES, 3, WarmUp.PARTIAL)).containsExactly(1, 1.5, 3, 4);
    }

    @Test
    void aFullSimpleMeanWaitsForItsWindow() {
        assertThat(Mean.SIMPLE.of(PRICES, 3, WarmUp.FULL)).containsExactly(Double.NaN, Double.NaN, 3, 4);
    }

    @Test
    void aPartialExponentialMeanStartsWithTheFirstPrice() {
        assertThat(Mean.EXPONENTIAL.of(PRICES, 3, WarmUp.PARTIAL)).containsExactly(1, 1.5, 3.75, 3.875);
    }

    @Test
    void aFullExponentialMeanStartsWithTheSimpleMeanOfItsFirstWindow() {
        assertThat(Mean.EXPONENTIAL.of(PRICES, 3, WarmUp.FULL)).containsExactly(Double.NaN, Double.NaN, 3, 3.5);
    }

    @Test
    void aSeriesShorterThanTheWindowHasNoFullMean() {
        for (Mean mean : Mean.values()) {
            assertThat(mean.of(PRICES, 5, WarmUp.FULL)).containsOnly(Double.NaN);
            assertThat(mean.of(new double[0], 5, WarmUp.PARTIAL)).isEmpty();
        }
    }

    @Test
    void meansOfEqualPricesAreThatPriceAndNeverCross() {
        double[] prices = new double[1000];
        Arrays.fill(prices, 0.1);
        WindowSums sums = WindowSums.of(prices);
        assertThat(Mean.SIMPLE.of(prices, 7, WarmUp.PARTIAL)).containsOnly(0.1);
        assertThat(sums.first(99, 1000, 1, 40, 100)).isEqualTo(1000);
        assertThat(sums.first(99, 1000, -1, 40, 100)).isEqualTo(1000);
    }

    @Test
    void aLaterPriceChangesNoEarlierMean() {
        double[] prices = Walk.gapped(7, 500).closes();
        double[] longer = Arrays.copyOf(prices, 501);
        longer[500] = 1e15 / 7;
        for (Mean mean : Mean.values()) {
            assertThat(Arrays.copyOf(mean.of(longer, 20, WarmUp.PARTIAL), 500)).containsExactly(mean.of(prices, 20, WarmUp.PARTIAL));
        }
    }

    @Test
    void aPeriodBelowOneIsRefused() {
        assertThatThrownBy(() -> Mean.SIMPLE.of(PRICES, 0, WarmUp.PARTIAL)).hasMessage("period is 0, must be 1 or more");
    }

    @TestFactory
    List<DynamicTest> publishedMeans() {
        return Stream.of("indicators_small.json", "indicators_lean.json", "indicators_backtrader.json")
                .flatMap(file -> Shared.cases(file).stream())
                .filter(one -> one.path("indicator").asText().matches("SMA|EMA"))
                .map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> check(one))).toList();
    }

    private static void check(JsonNode one) {
        boolean simple = one.path("indicator").asText().equals("SMA");
        double[] prices = Shared.numbers(one.has("input")
                ? Shared.series(one.path("input").asText()).path("close") : one.path("inputs").path("close"));
        double[] line = (simple ? Mean.SIMPLE : Mean.EXPONENTIAL).of(prices, one.path("params").path("n").asInt(), WarmUp.FULL);
        JsonNode at = one.path("expected").findPath("at");
        assertThat(at).isNotEmpty();
        at.properties().forEach(point -> assertThat(line[Integer.parseInt(point.getKey())]).as("at " + point.getKey())
                .isCloseTo(point.getValue().asDouble(), within(one.path("tolerance_abs").asDouble())));
    }
}
