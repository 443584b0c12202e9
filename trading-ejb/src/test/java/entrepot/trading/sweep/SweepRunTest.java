package entrepot.trading.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Trade;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A cell is a backtest, a chunk does not know when it was made, and a choice does not know what came after. */
class SweepRunTest {

    private static final int SPLIT = 420;

    @Test
    void everyCellIsWhatTheBacktestOfItFinds() {
        for (long seed = 1; seed <= 6; seed++) {
            Bars bars = seed % 2 == 0 ? Walk.coarse(seed, 600) : Walk.gapped(seed, 600);
            SweepBars split = Questions.split(bars, SPLIT);
            for (Sweep sweep : questions()) {
                SweepRun run = Questions.run(sweep, split);
                Chunk found = run.chunk(0, () -> true);
                int traded = 0;
                for (int row = 0; row < found.rows(); row++) {
                    traded += check(sweep, run.place(0, row), bars, found, row, "seed " + seed + ", " + sweep.words());
                }
                assertThat(traded).as("cells that traded on both sides, seed " + seed + ", " + sweep.words()).isPositive();
            }
        }
    }

    private static List<Sweep> questions() {
        return Stream.concat(Stream.of(Questions.simple(Reading.LEVEL), Questions.simple(Reading.CROSS)), Questions.slow().stream()).toList();
    }

    /** The engine's own figures up to the split; after it what its worth and its list of trades say, reckoned here again. */
    private static int check(Sweep sweep, long place, Bars bars, Chunk found, int row, String what) {
        if (sweep.experiment(place).isEmpty()) {
            assertThat(found.inSample().isGap(row)).as(what).isTrue();
            assertThat(found.outOfSample().netReturn()[row]).isNaN();
            return 0;
        }
        Experiment cell = sweep.experiment(place).orElseThrow();
        String here = what + ", " + cell.strategy().words();
        Performance before = new Backtest(bars.slice(0, SPLIT), cell.strategy(), cell.terms()).run().performance();
        assertThat(found.inSample().trades()[row]).as(here).isEqualTo(before.closedTrades());
        assertThat(found.inSample().netReturn()[row]).as(here).isCloseTo(before.totalReturn(), within(1e-11));
        assertThat(found.inSample().maxDrawdown()[row]).as(here).isCloseTo(before.maxDrawdown(), within(1e-11));
        same(found.inSample().sharpe()[row], before.sharpe() / Math.sqrt(before.barsPerYear()), here);

        BacktestResult all = new Backtest(bars, cell.strategy(), cell.terms()).run();
        long after = all.trades().stream().filter(trade -> !trade.open() && trade.exit() >= SPLIT).count();
        assertThat(found.outOfSample().trades()[row]).as(here).isEqualTo((int) after);
        assertThat(found.inSample().trades()[row] + found.outOfSample().trades()[row]).as(here)
                .isEqualTo((int) all.trades().stream().filter(trade -> !trade.open()).count());
        assertThat((1 + found.inSample().netReturn()[row]) * (1 + found.outOfSample().netReturn()[row])).as(here)
                .isCloseTo(all.endValue() / all.terms().startCash(), within(1e-11));
        double[] equity = all.equity();
        double sum = 0;
        double top = equity[SPLIT - 1];
        double deepest = 0;
        List<Double> returns = new ArrayList<>();
        for (int bar = SPLIT; bar < equity.length; bar++) {
            returns.add(equity[bar] / equity[bar - 1] - 1);
            sum += equity[bar] / equity[bar - 1] - 1;
            top = Math.max(top, equity[bar]);
            deepest = Math.max(deepest, (top - equity[bar]) / top);
        }
        double mean = sum / returns.size();
        double squares = returns.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        same(found.outOfSample().sharpe()[row], squares == 0 ? Double.NaN : mean / Math.sqrt(squares / (returns.size() - 1)), here);
        assertThat(found.outOfSample().maxDrawdown()[row]).as(here).isCloseTo(deepest, within(1e-11));
        return before.closedTrades() > 0 && all.trades().stream().anyMatch(trade -> spans(trade)) ? 1 : 0;
    }

    private static boolean spans(Trade trade) {
        return trade.exit() >= SPLIT;
    }

    private static void same(double found, double expected, String what) {
        if (Double.isNaN(expected)) {
            assertThat(found).as(what).isNaN();
        } else {
            assertThat(found).as(what).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void aSweepThatIsCutAtAnyChunkAndGoesOnHasTheSameBytes() {
        SweepBars bars = Questions.split(Walk.gapped(11, 300), 200);
        Sweep sweep = Questions.of(Questions.simple(Reading.LEVEL).base().strategy(),
                List.of(new Axis("fast", 1, 60, 1), new Axis("slow", 2, 90, 1)), Search.GRID, 0);
        SweepRun through = Questions.run(sweep, bars);
        assertThat(through.chunks()).isEqualTo(6);
        List<byte[]> whole = IntStream.range(0, 6).mapToObj(chunk -> through.chunk(chunk, () -> true).pack()).toList();
        for (int cut = 0; cut <= 6; cut++) {
            SweepRun before = Questions.run(sweep, bars);
            SweepRun after = Questions.run(sweep, bars);
            int at = cut;
            List<byte[]> found = IntStream.range(0, 6).mapToObj(chunk -> (chunk < at ? before : after).chunk(chunk, () -> true).pack()).toList();
            for (int chunk = 0; chunk < 6; chunk++) {
                assertThat(found.get(chunk)).as("chunk " + chunk + " of a sweep cut at " + cut).isEqualTo(whole.get(chunk));
            }
        }
    }

    @Test
    void chunksAreTheSameInAnyOrderAlsoOfARandomSearchOverARule() {
        SweepBars bars = Questions.split(Walk.gapped(12, 60), 40);
        Sweep sweep = Questions.of(Questions.rule(Search.GRID).base().strategy(),
                List.of(new Axis("n", 2, 20, 1), new Axis("limit", 10, 50, 0.5), new Axis("out", 2, 30, 1)), new Search(1500, 5), 0);
        SweepRun one = Questions.run(sweep, bars);
        List<Integer> order = new ArrayList<>(List.of(0, 1));
        Collections.shuffle(order, new Random(3));
        for (int chunk : order) {
            assertThat(Questions.run(sweep, bars).chunk(chunk, () -> true).pack()).isEqualTo(one.chunk(chunk, () -> true).pack());
        }
        assertThat(one.chunk(1, () -> true).rows()).isEqualTo(1500 - Chunk.ROWS);
    }

    @Test
    void whoeverSaysStopGetsNoChunk() {
        int[] asked = new int[1];
        SweepRun run = Questions.run(Questions.simple(Reading.LEVEL), Questions.split(Walk.gapped(1, 100), 50));
        assertThat(run.chunk(0, () -> asked[0]++ < 2)).isNull();
        assertThat(asked[0]).isEqualTo(3);
    }

    @Test
    void barsAfterTheSplitNeverChangeWhatIsChosen() {
        for (long seed = 20; seed < 32; seed++) {
            Bars bars = Walk.gapped(seed, 600);
            Bars other = changedAfter(bars, SPLIT, seed);
            for (Sweep sweep : questions()) {
                String what = "seed " + seed + ", " + sweep.words();
                Chunk one = Questions.all(sweep, Questions.split(bars, SPLIT));
                Chunk two = Questions.all(sweep, Questions.split(other, SPLIT));
                assertThat(two.inSample()).as(what).isEqualTo(one.inSample());
                assertThat(two.outOfSample()).as("the change is seen, " + what).isNotEqualTo(one.outOfSample());
                assertThat(chosen(sweep, two)).as(what).isEqualTo(chosen(sweep, one));
            }
        }
    }

    private static long chosen(Sweep sweep, Chunk chunk) {
        Best best = new Best(3);
        for (int row = 0; row < chunk.rows(); row++) {
            best.add(row, chunk, row);
        }
        assertThat(sweep.experiment(best.inOrder().get(0).place())).isPresent();
        return best.inOrder().get(0).place();
    }

    private static Bars changedAfter(Bars bars, int from, long seed) {
        Random random = new Random(seed);
        double[] open = bars.opens();
        double[] close = bars.closes();
        for (int bar = from; bar < open.length; bar++) {
            double times = Math.exp(0.02 * random.nextGaussian());
            open[bar] *= times;
            close[bar] *= times * Math.exp(0.01 * random.nextGaussian());
        }
        return Walk.of(open, close);
    }

    @Test
    void aChoiceSeesThePricesAsTheyWereKnownAtTheSplit() {
        Bars whole = Walk.gapped(40, 600);
        Bars then = scaled(whole.slice(0, SPLIT), 2);
        Sweep sweep = Questions.rule(Search.GRID);
        SweepBars bars = SweepBars.of(then, whole);
        assertThat(bars.known()).isFalse();
        Chunk found = Questions.all(sweep, bars);
        assertThat(found.inSample()).isEqualTo(Questions.all(sweep, Questions.split(scaled(whole, 2), SPLIT)).inSample());
        assertThat(found.outOfSample()).isEqualTo(Questions.all(sweep, Questions.split(whole, SPLIT)).outOfSample());
    }

    private static Bars scaled(Bars bars, double by) {
        return Walk.of(IntStream.range(0, bars.size()).mapToDouble(bar -> by * bars.open(bar)).toArray(),
                IntStream.range(0, bars.size()).mapToDouble(bar -> by * bars.close(bar)).toArray());
    }

    @Test
    void tooFewBarsOnASideAreRefused() {
        Bars bars = Walk.gapped(1, 10);
        assertThatThrownBy(() -> Questions.split(bars, 8)).hasMessageStartingWith("8 bars up to the split and 2 after it");
        assertThatThrownBy(() -> SweepBars.of(bars.slice(1, 6), bars)).hasMessageContaining("are not the first");
    }

    @Test
    void aSweepComesToItsBestCellsAndCanBeRepeated() {
        SweepBars bars = Questions.split(Walk.gapped(50, 600), SPLIT);
        Sweep sweep = Questions.simple(Reading.LEVEL);
        SweepRun run = Questions.run(sweep, bars);
        Chunk chunk = run.chunk(0, () -> true);
        Scan scan = scan(sweep, run, "data");
        Summary summary = scan.summary(null);
        double most = IntStream.range(0, chunk.rows()).mapToDouble(row -> chunk.inSample().sharpe()[row])
                .filter(sharpe -> !Double.isNaN(sharpe)).max().orElseThrow();
        assertThat(summary.best().get(0).inSample().sharpe()).isEqualTo(most);
        assertThat(summary.inSampleReturns().sharpe()).isCloseTo(most, within(1e-9));
        assertThat(summary.outOfSampleReturns().count()).isEqualTo(180);
        assertThat(summary.outOfSampleReturns().sharpe()).isCloseTo(summary.best().get(0).outOfSample().sharpe(), within(1e-9));
        assertThat(summary.cells()).isEqualTo(sweep.space().cells());
        assertThat(summary.stability().neighbours()).isBetween(2, 8);
        assertThat(summary.stability().worst()).isLessThanOrEqualTo(summary.stability().median()).isLessThanOrEqualTo(most);
        List<Long> places = new ArrayList<>();
        for (int row = 0; row < 120; row++) {
            if (row >= 3 * places.size() && !Double.isNaN(chunk.inSample().sharpe()[row])) {
                places.add(run.place(0, row));
            }
        }
        assertThat(places).as("each third, or the next that moved").hasSizeBetween(30, 40);
        if (!places.contains(summary.best().get(0).place())) {
            places.add(summary.best().get(0).place());
        }
        assertThat(summary.compared()).isEqualTo(Compared.of(places.stream().map(place -> run.inSample(place).returns(0)).toList()));
        String hash = scan.resultHash();
        assertThat(scan(sweep, run, "data").resultHash()).isEqualTo(hash).matches("[0-9a-f]{64}");
        assertThat(scan(sweep, run, "other data").resultHash()).isNotEqualTo(hash);
    }

    private static Scan scan(Sweep sweep, SweepRun run, String data) {
        Scan scan = new Scan(sweep, run, data);
        for (int chunk = 0; chunk < run.chunks(); chunk++) {
            scan.add(run.chunk(chunk, () -> true).pack());
        }
        return scan;
    }

    @Test
    void columnsThatAreNotTheBacktestsAreNotBelieved() {
        SweepBars bars = Questions.split(Walk.gapped(51, 600), SPLIT);
        Sweep sweep = Questions.simple(Reading.LEVEL);
        SweepRun run = Questions.run(sweep, bars);
        Chunk chunk = run.chunk(0, () -> true);
        for (int row = 0; row < chunk.rows(); row++) {
            chunk.outOfSample().netReturn()[row] += 1e-6;
        }
        Scan scan = new Scan(sweep, run, "data");
        scan.add(chunk.pack());
        assertThatThrownBy(() -> scan.summary(null)).isInstanceOf(IllegalStateException.class).hasMessageContaining("when it is run bar by bar");
    }
}
