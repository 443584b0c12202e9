package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final double[] OPEN = {10, 11, 12, 13, 14};
    private static final double[] CLOSE = {10.5, 11.5, 12.5, 13.5, 14.5};
    private static final Bars BARS = Walk.of(OPEN, CLOSE);

    @Test
    void aDecisionAtTheCloseIsFilledAtTheNextOpen() {
        BacktestResult result = run(new Planned(0, 1, 0, 0, 1), Terms.units(100, 2, Costs.NONE));
        assertThat(result.fills()).containsExactly(new Fill(2, 2, 12, 0), new Fill(3, -2, 13, 0));
        assertThat(result.equity()).containsExactly(100, 100, 101, 102, 102);
        assertThat(result.held()).containsExactly(0, 0, 1, 0, 0);
    }

    @Test
    void slippageBuysDearerAndSellsCheaper() {
        Costs slips = new Costs(0, FeeBasis.VALUE, 0, 0, 0.1);
        List<Fill> fills = run(new Planned(1, 0, -1, 0, 0), Terms.units(100, 1, slips)).fills();
        assertThat(fills.stream().mapToDouble(Fill::price).toArray())
                .containsExactly(new double[] {11 * 1.1, 12 * 0.9, 13 * 0.9, 14 * 1.1}, within(1e-12));
    }

    @Test
    void allInPaysItsFeeOutOfTheMoneyThereIs() {
        BacktestResult value = run(new Planned(1, 1, 1, 1, 1), Terms.allIn(1000, Costs.rate(0.01)));
        assertThat(value.fills().get(0).units()).isCloseTo(1000 / (11 * 1.01), within(1e-12));
        BacktestResult stake = run(new Planned(1, 1, 1, 1, 1), Terms.allIn(1000, new Costs(0.01, FeeBasis.STAKE, 0, 0, 0)));
        assertThat(stake.fills().get(0).units()).isCloseTo(1000 * 0.99 / 11, within(1e-12));
        assertThat(stake.fills().get(0).fee()).isCloseTo(10, within(1e-12));
        assertThat(stake.freeCash()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aShortGainsWhatThePriceLoses() {
        BacktestResult result = new Backtest(Walk.of(10, 10, 8, 8), new Planned(-1, -1, 0, 0), Terms.allIn(100, Costs.NONE)).run();
        assertThat(result.endValue()).isEqualTo(120);
        assertThat(result.trades()).containsExactly(new Trade(-1, 10, 1, 10, 3, 8, 0, 20, false));
    }

    @Test
    void aPositionStillHeldIsATradeThatIsOpen() {
        BacktestResult result = run(new BuyAndHold(), Terms.units(100, 1, Costs.rate(0.1)));
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.open()).isTrue();
            assertThat(trade.profit()).isCloseTo(14.5 - 11 - 1.1, within(1e-12));
        });
        assertThat(result.performance().closedTrades()).isZero();
        assertThat(result.performance().quality()).isNaN();
    }

    @Test
    void theEndValueIsTheStartAndTheProfitOfEveryTrade() {
        for (long seed = 1; seed <= 60; seed++) {
            for (Side side : Side.values()) {
                Crossover crossover = new Crossover(Mean.EXPONENTIAL, 3, 9, side, Reading.CROSS);
                Costs costs = new Costs(0.001, FeeBasis.VALUE, 0.01, 0.5, 0.0005);
                BacktestResult result = new Backtest(Walk.gapped(seed, 500), crossover, Terms.allIn(10_000, costs)).run();
                double profits = result.trades().stream().mapToDouble(Trade::profit).sum();
                assertThat(10_000 + profits).as("seed " + seed + " " + side).isCloseTo(result.endValue(), within(1e-7));
                assertThat(result.performance().fees())
                        .isCloseTo(result.trades().stream().mapToDouble(Trade::fees).sum(), within(1e-8));
            }
        }
    }

    @Test
    void anAccountWorthNothingOpensNothing() {
        BacktestResult result = new Backtest(Walk.of(20, 20, -40, -40, 10, 10, 10), new Planned(1, 0, 1, 1, 1, 1, 1),
                Terms.allIn(100, Costs.NONE)).run();
        assertThat(result.fills()).hasSize(2);
        assertThat(result.endValue()).isEqualTo(-200);
        assertThat(result.performance().sharpe()).isNaN();
        assertThat(result.performance().maxDrawdown()).isEqualTo(3);
    }

    @Test
    void theSameRunHasTheSameHashAndAnyOtherHasAnother() {
        Crossover crossover = Crossover.simple(3, 9);
        Bars bars = Walk.gapped(5, 300);
        Terms terms = Terms.allIn(1000, Costs.rate(0.001));
        String hash = new Backtest(bars, crossover, terms).run().hash();
        assertThat(new Backtest(Walk.gapped(5, 300), Crossover.simple(3, 9), terms).run().hash()).isEqualTo(hash)
                .matches("[0-9a-f]{64}");
        assertThat(new Backtest(bars, Crossover.simple(3, 10), terms).run().hash()).isNotEqualTo(hash);
        assertThat(new Backtest(bars, crossover, Terms.allIn(1000, Costs.rate(0.002))).run().hash()).isNotEqualTo(hash);
        assertThat(new Backtest(Walk.gapped(6, 300), crossover, terms).run().hash()).isNotEqualTo(hash);
    }

    @Test
    void aRunThatIsToldToStopHasNoResult() {
        assertThat(new Backtest(BARS, new BuyAndHold(), Terms.allIn(1, Costs.NONE)).run(bar -> false)).isNull();
    }

    @Test
    void performanceIsByItsFormulas() {
        Performance found = new Backtest(Walk.of(10, 10, 12, 9, 9.9), new BuyAndHold(), Terms.allIn(100, Costs.NONE)).run()
                .performance();
        double[] returns = {0, 0.2, -0.25, 0.1};
        double mean = Arrays.stream(returns).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / 3);
        assertThat(found.totalReturn()).isCloseTo(-0.01, within(1e-12));
        assertThat(found.barsPerYear()).isCloseTo(365.25 * 24 * 60, within(1e-6));
        assertThat(found.volatility()).isCloseTo(deviation * Math.sqrt(found.barsPerYear()), within(1e-9));
        assertThat(found.sharpe()).isCloseTo(mean / deviation * Math.sqrt(found.barsPerYear()), within(1e-9));
        assertThat(found.maxDrawdown()).isCloseTo(0.25, within(1e-12));
        assertThat(found.exposure()).isEqualTo(0.8);
    }

    @Test
    void oneBarIsTooFew() {
        assertThatThrownBy(() -> new Backtest(Walk.of(1), new BuyAndHold(), Terms.allIn(1, Costs.NONE)))
                .hasMessage("1 bars, must be 2 or more");
    }

    private static BacktestResult run(Strategy strategy, Terms terms) {
        return new Backtest(BARS, strategy, terms).run();
    }
}
