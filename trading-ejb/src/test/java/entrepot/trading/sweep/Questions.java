package entrepot.trading.sweep;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.basket.Universes;
import entrepot.trading.backtest.Traded;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Sweeps to test with. */
final class Questions {

    static final List<Axis> PERIODS = List.of(new Axis("fast", 1, 29, 4), new Axis("slow", 3, 90, 6));

    private Questions() {}

    /** By jumps. */
    static Sweep simple(Reading reading) {
        return of(Crossover.simple(1, 3).with(reading), PERIODS, Search.GRID, 0);
    }

    /** Each of these has to go bar by bar. */
    static List<Sweep> slow() {
        return List.of(of(Crossover.simple(1, 3).with(Mean.EXPONENTIAL), PERIODS, Search.GRID, 0),
                of(Crossover.simple(1, 3).with(Side.LONG_SHORT), PERIODS, Search.GRID, 0),
                of(Crossover.simple(1, 3), PERIODS, Search.GRID, 1.5), rule(Search.GRID), channel(), bollinger());
    }

    static Sweep rule(Search search) {
        RuleStrategy rule = new RuleStrategy("rsi(n) < limit", "close > sma(out) or rsi(n) > 70", null, null,
                Variables.of("n = 5 from 2 to 20, limit = 30 from 10 to 50, out = 10 from 2 to 30"));
        return of(rule, List.of(new Axis("n", 2, 20, 3), new Axis("limit", 10, 50, 7.5), new Axis("out", 2, 30, 7)), search, 0);
    }

    /** What does not go together is a gap: an exit that looks back farther than its entry. */
    static Sweep channel() {
        return of(BuiltIn.CHANNEL.with(Map.of("side", "LONG_SHORT")), List.of(new Axis("entry", 5, 41, 9), new Axis("exit", 2, 30, 7)), Search.GRID, 0);
    }

    static Sweep bollinger() {
        return of(BuiltIn.BOLLINGER.with(Map.of()), List.of(new Axis("n", 5, 25, 10), new Axis("k", 0.5, 2, 0.75), new Axis("exit", -0.5, 0.5, 0.5)), Search.GRID, 0);
    }

    static Sweep of(Strategy strategy, List<Axis> axes, Search search, double perOrder) {
        return new Sweep(new Experiment("TEST", null, null, true, strategy, 10_000, 0.001, perOrder, 0.0005, OrderPlan.MARKET, null, 0), axes, search, null, null);
    }

    static SweepBars split(Bars bars, int inSample) {
        return SweepBars.of(bars.slice(0, inSample), bars);
    }

    static Cells cells(Sweep sweep, SweepBars bars) {
        return new BarCells(sweep, Traded.share(bars.inSample(), Currency.getInstance("EUR")), Traded.share(bars.whole(), Currency.getInstance("EUR")));
    }

    static SweepRun run(Sweep sweep, SweepBars bars) {
        return new SweepRun(sweep, cells(sweep, bars));
    }

    static Chunk all(Sweep sweep, SweepBars bars) {
        return run(sweep, bars).chunk(0, () -> true);
    }

    /** Prices in cents that walk by lot. */
    static Bars random(long seed, int days) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Bar> bars = new ArrayList<>();
        double price = 100;
        for (int day = 0; day < days; day++) {
            double open = Universes.cents(price * Math.exp(0.003 * random.nextGaussian()));
            double close = Universes.cents(open * Math.exp(0.0005 + 0.012 * random.nextGaussian()));
            double high = Universes.cents(Math.max(open, close) * (1 + 0.006 * random.nextDouble()));
            double low = Universes.cents(Math.min(open, close) * (1 - 0.006 * random.nextDouble()));
            bars.add(new Bar(day * Universes.DAY, open, Math.max(high, Math.max(open, close)), Math.min(low, Math.min(open, close)), close, 1000));
            price = close;
        }
        return Bars.of(bars);
    }
}
