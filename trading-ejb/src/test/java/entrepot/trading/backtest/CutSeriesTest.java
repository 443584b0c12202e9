package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.Walk;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Drawn;
import entrepot.trading.strategy.KellyShare;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import entrepot.trading.strategy.VolatilityTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutSeriesTest {

    private static final int DRAWS = 3;
    private static final Bars BARS = Walk.gapped(11, 400);
    private static final Bars COARSE = Walk.coarse(12, 400);

    @Test
    void noBuiltInStrategySeesTheFuture() {
        for (Strategy strategy : builtIn()) {
            for (Bars bars : List.of(BARS, COARSE)) {
                CutSeries check = new CutSeries(strategy, bars);
                assertThat(IntStream.rangeClosed(1, bars.size())).as(strategy.words())
                        .allSatisfy(cut -> assertThat(check.changedBy(cut)).isEmpty());
            }
        }
    }

    @Test
    void nothingBeforeTheCutChangesInTheResultEither() {
        for (Strategy strategy : builtIn()) {
            BacktestResult whole = new Backtest(BARS, strategy, Terms.allIn(1000, Costs.rate(0.001))).run();
            BacktestResult cut = new Backtest(BARS.slice(0, 250), strategy, Terms.allIn(1000, Costs.rate(0.001))).run();
            assertThat(cut.equity()).containsExactly(IntStream.range(0, 250).mapToDouble(at -> whole.equity()[at]).toArray());
            assertThat(cut.fills()).isEqualTo(whole.fills().stream().filter(fill -> fill.bar() < 250).toList());
        }
    }

    /** Buys before a rise. */
    private record Cheat() implements Strategy {
        @Override
        public Decisions on(Bars bars) {
            int[] targets = IntStream.range(0, bars.size())
                    .map(bar -> bar + 1 < bars.size() && bars.close(bar + 1) > bars.close(bar) ? 1 : 0).toArray();
            return new Planned(targets);
        }

        @Override
        public String words() {
            return "cheat";
        }
    }

    /** Buys at once, with more money where the price will rise. */
    private record CheatBySize() implements Strategy {
        @Override
        public Decisions on(Bars bars) {
            Decisions plain = new BuyAndHold().on(bars);
            return new Decisions() {
                @Override
                public int length() {
                    return plain.length();
                }

                @Override
                public int next(int last, int held) {
                    return plain.next(last, held);
                }

                @Override
                public int wanted(int bar, int held) {
                    return plain.wanted(bar, held);
                }

                @Override
                public double share(int bar) {
                    return bars.close(bars.size() - 1) > bars.close(bar) ? 1 : 0.5;
                }
            };
        }

        @Override
        public String words() {
            return "cheat by size";
        }
    }

    @Test
    void aStrategyThatCheatsByTheSizeOfItsPositionsIsFound() {
        CutSeries check = new CutSeries(new CheatBySize(), BARS);
        assertThat(IntStream.rangeClosed(1, BARS.size()).filter(cut -> check.changedBy(cut).isPresent())).isNotEmpty();
    }

    @Test
    void aStrategyThatCheatsIsFound() {
        CutSeries check = new CutSeries(new Cheat(), BARS);
        assertThat(IntStream.rangeClosed(1, BARS.size()).filter(cut -> check.changedBy(cut).isPresent())).isNotEmpty();
    }

    /** All there are, each with a few settings, and some with positions sized by volatility or Kelly. */
    private static List<Strategy> builtIn() {
        List<Strategy> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(2026);
        for (BuiltIn builtIn : BuiltIn.values()) {
            for (int draw = 0; draw < (builtIn.parameters().isEmpty() ? 1 : DRAWS); draw++) {
                all.add(Drawn.of(builtIn, random));
            }
            all.add(new VolatilityTarget(Drawn.of(builtIn, random), 0.004));
            all.add(new VolatilityTarget(Drawn.of(builtIn, random), 0.004, true));
        }
        all.add(new KellyShare(new Crossover(Mean.SIMPLE, 5, 12, Side.LONG_SHORT, Reading.LEVEL), 0.002));
        for (Mean mean : Mean.values()) {
            for (Side side : Side.values()) {
                for (Reading reading : Reading.values()) {
                    all.add(new Crossover(mean, 5, 12, side, reading));
                }
            }
        }
        return all;
    }
}
