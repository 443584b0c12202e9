package entrepot.trading.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A choice is made by its window alone, and what is counted is only what came after it. */
class WalkForwardTest {

    private static final Windows WINDOWS = new Windows(150, 70);

    @Test
    void moreWindowsThanAreToldAreRefused() {
        Bars bars = Walk.gapped(1, 16_000);
        Sweep sweep = Questions.of(Crossover.simple(1, 3), List.of(new Axis("fast", 1, 2, 1), new Axis("slow", 3, 4, 1)), Search.GRID, 0);
        assertThatThrownBy(() -> walk(sweep, bars, new Windows(3, 3))).hasMessage("16000 bars make 5332 windows of 3 and 3, at most 5000 are told; apply each choice to more bars");
    }

    private static WalkForward walk(Sweep sweep, Bars bars, Windows windows) {
        return new WalkForward(sweep, Questions.cells(sweep, Questions.split(bars, bars.size() / 2)), windows);
    }

    @Test
    void windowsRollByWhatTheyAreAppliedTo() {
        assertThat(WINDOWS.over(400)).containsExactly(new Windows.Window(0, 150, 220), new Windows.Window(70, 220, 290),
                new Windows.Window(140, 290, 360), new Windows.Window(210, 360, 399));
        assertThat(new Windows(10, 5).over(13)).isEmpty();
        assertThatThrownBy(() -> new Windows(2, 5)).hasMessageContaining("3 or more each");
        assertThatThrownBy(() -> walk(Questions.rule(Search.GRID), Walk.gapped(1, 100), WINDOWS)).hasMessageContaining("too few");
    }

    @Test
    void everyStepIsTheBestOfItsWindowReckonedByHand() {
        for (long seed = 1; seed <= 3; seed++) {
            Bars bars = Walk.gapped(seed, 400);
            for (Sweep sweep : List.of(Questions.simple(Reading.LEVEL), Questions.rule(Search.GRID))) {
                WalkForward.Walked walked = walk(sweep, bars, WINDOWS).run(() -> true);
                double worth = 1;
                for (WalkForward.Step step : walked.steps()) {
                    String what = "seed " + seed + ", " + step.window() + ", " + sweep.words();
                    assertThat(step.cell().place()).as(what).isEqualTo(best(sweep, bars.slice(0, step.window().split() + 1), step.window().from()));
                    double[] equity = equity(sweep, step.cell().place(), bars).orElseThrow();
                    assertThat(step.applied()).as(what).isCloseTo(equity[step.window().to()] / equity[step.window().split()] - 1, within(1e-12));
                    worth *= 1 + step.applied();
                }
                assertThat(walked.netReturn()).isCloseTo(worth - 1, within(1e-12));
                assertThat(walked.profitable()).isEqualTo(walked.steps().stream().filter(step -> step.applied() > 0).count() / 4.0);
            }
        }
    }

    /** Sees no bar behind the split. */
    private static long best(Sweep sweep, Bars seen, int from) {
        long best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (long place = 0; place < sweep.space().size(); place++) {
            Optional<double[]> equity = equity(sweep, place, seen);
            double sharpe = equity.isEmpty() ? Double.NaN : sharpe(equity.get(), from);
            if (sharpe > most) {
                most = sharpe;
                best = place;
            }
        }
        return best;
    }

    private static Optional<double[]> equity(Sweep sweep, long place, Bars bars) {
        Optional<Experiment> cell = sweep.experiment(place);
        return cell.map(one -> new Backtest(bars, one.strategy(), one.terms()).run()).map(BacktestResult::equity);
    }

    private static double sharpe(double[] equity, int from) {
        List<Double> returns = new ArrayList<>();
        for (int bar = from + 1; bar < equity.length; bar++) {
            returns.add(equity[bar] / equity[bar - 1] - 1);
        }
        double mean = returns.stream().mapToDouble(Double::doubleValue).sum() / returns.size();
        double squares = returns.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        return mean / Math.sqrt(squares / (returns.size() - 1));
    }

    @Test
    void barsBehindASplitNeverChangeItsChoice() {
        Bars bars = Walk.gapped(9, 400);
        Sweep sweep = Questions.simple(Reading.CROSS);
        List<WalkForward.Step> steps = walk(sweep, bars, WINDOWS).run(() -> true).steps();
        for (WalkForward.Step step : steps) {
            double[] open = bars.opens();
            double[] close = bars.closes();
            for (int bar = step.window().split() + 1; bar < open.length; bar++) {
                open[bar] *= 1 + 0.1 * (bar % 3);
                close[bar] *= 1 + 0.07 * (bar % 5);
            }
            WalkForward.Step again = walk(sweep, Walk.of(open, close), WINDOWS).run(() -> true).steps().get(steps.indexOf(step));
            assertThat(again.cell().place()).isEqualTo(step.cell().place());
            assertThat(again.cell().inSample()).isEqualTo(step.cell().inSample());
        }
    }

    @Test
    void whoeverSaysStopGetsNothing() {
        assertThat(walk(Questions.rule(Search.GRID), Walk.gapped(1, 400), WINDOWS).run(() -> false)).isNull();
    }
}
