package entrepot.web.api;

import entrepot.platform.job.Job;
import entrepot.trading.backtest.Stretch;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Believed;
import entrepot.trading.sweep.Best;
import entrepot.trading.sweep.Compared;
import entrepot.trading.sweep.Space;
import entrepot.trading.sweep.Summary;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.WalkForward;
import entrepot.trading.sweep.Windows;
import entrepot.trading.sweep.server.SweepFigures;
import entrepot.trading.sweep.server.SweepView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A sweep as clients see it. Figures are decimals in strings; one that the bars cannot say is absent. Sharpe ratios are a year's.
 *
 * @param asked of one instrument, or absent; then {@code portfolio} is there
 * @param chunks how many there will be, 0 before it began; {@code chunksDone} are kept
 * @param result absent until the job is through
 */
record SweepAnswer(UUID id, BacktestAnswer.Asked asked, BasketAnswer.Asked portfolio, List<Range> axes, String search, Integer draws, Long seed, LocalDate split, Windows walk,
        Job.Status status, int percent, long chunksDone, long chunks, String failure, LocalDateTime createdAt, String createdBy,
        Result result, Map<String, String> links) {

    /** @param words of a choice; then there is no from, to and step */
    record Range(String name, BigDecimal from, BigDecimal to, BigDecimal step, int values, List<String> words) {
        static Range of(Axis axis) {
            return axis.hasWords() ? new Range(axis.name(), null, null, null, axis.count(), axis.choices()) : new Range(axis.name(), BacktestAnswer.decimal(axis.least()), BacktestAnswer.decimal(axis.most()),
                    BacktestAnswer.decimal(axis.step()), axis.count(), null);
        }
    }

    /** @param trades closed ones */
    record Figures(BigDecimal netReturn, int trades, BigDecimal sharpe, BigDecimal maxDrawdown) {
        static Figures of(Stretch found, double barsPerYear) {
            return new Figures(BacktestAnswer.decimal(found.netReturn()), found.trades(),
                    BacktestAnswer.decimal(found.sharpe() * Math.sqrt(barsPerYear)), BacktestAnswer.decimal(found.maxDrawdown()));
        }
    }

    /** @param cell its number, to make a backtest of it */
    record Cell(long cell, Map<String, Object> parameters, Figures inSample, Figures outOfSample) {
        static Cell of(Best.Cell found, Space space, Summary summary) {
            return new Cell(found.place(), SweepAnswer.parameters(space, found.place()), Figures.of(found.inSample(), summary.inSampleBarsPerYear()),
                    Figures.of(found.outOfSample(), summary.outOfSampleBarsPerYear()));
        }
    }

    /** Of the first of the best cells, by the cells one step away. */
    record Stability(int neighbours, BigDecimal medianSharpe, BigDecimal worstSharpe, BigDecimal outOfSampleMedianSharpe) {
        static Stability of(Summary summary) {
            Summary.Stability found = summary.stability();
            double year = Math.sqrt(summary.inSampleBarsPerYear());
            return new Stability(found.neighbours(), BacktestAnswer.decimal(found.median() * year), BacktestAnswer.decimal(found.worst() * year),
                    BacktestAnswer.decimal(found.outOfSampleMedian() * Math.sqrt(summary.outOfSampleBarsPerYear())));
        }
    }

    /**
     * Of the first of the best cells.
     *
     * @param trials   on the instrument up to now, the cells of this sweep among them
     * @param compared how many cells the figures after it are of; absent in sweeps of before there were these
     */
    record Evidence(long trials, BigDecimal effectiveTrials, BigDecimal cellCorrelation, BigDecimal probabilisticSharpe, BigDecimal luckSharpe,
            BigDecimal deflatedSharpe, BigDecimal outOfSampleProbabilisticSharpe, Integer compared, BigDecimal overfitting, BigDecimal realityCheck,
            BigDecimal superiorAbility, List<Believed.Warning> warnings) {
        static Evidence of(SweepView view) {
            Summary summary = view.result().summary();
            Believed found = view.believed();
            Compared some = summary.compared();
            return new Evidence(view.trials().count(), BacktestAnswer.decimal(view.trials().effective()), BacktestAnswer.decimal(summary.together()),
                    BacktestAnswer.decimal(found.probabilistic()), BacktestAnswer.decimal(found.luck() * Math.sqrt(summary.inSampleBarsPerYear())),
                    BacktestAnswer.decimal(found.deflated()), BacktestAnswer.decimal(found.afterwards()),
                    some == null ? null : some.cells(), some == null ? null : BacktestAnswer.decimal(some.overfitting()),
                    some == null ? null : BacktestAnswer.decimal(some.reality()), some == null ? null : BacktestAnswer.decimal(some.superior()), found.warnings());
        }
    }

    /** @param chosen absent where no cell moved in the window */
    record Step(Instant from, Instant split, Instant to, Cell chosen) {
        static Step of(WalkForward.Step step, Space space, Summary summary) {
            return new Step(Instant.ofEpochMilli(step.from()), Instant.ofEpochMilli(step.split()), Instant.ofEpochMilli(step.to()),
                    step.cell() == null ? null : Cell.of(step.cell(), space, summary));
        }
    }

    /** @param efficiency a year after the choices over a year in their windows; absent where these brought nothing */
    record WalkedForward(List<Step> steps, BigDecimal netReturn, BigDecimal efficiency, BigDecimal profitable) {
        static WalkedForward of(Summary summary, Space space) {
            WalkForward.Walked walked = summary.walked();
            return new WalkedForward(walked.steps().stream().map(step -> Step.of(step, space, summary)).toList(),
                    BacktestAnswer.decimal(walked.netReturn()), BacktestAnswer.decimal(walked.efficiency()), BacktestAnswer.decimal(walked.profitable()));
        }
    }

    /**
     * @param moved cells that traded before the split
     * @param best  by their Sharpe ratio up to the split alone, the chosen one first
     */
    record Result(String currency, int inSampleBars, int outOfSampleBars, Instant firstBar, Instant lastInSampleBar, Instant lastBar,
            String dataHash, String resultHash, long cells, long moved, List<Cell> best, Stability stability, Evidence evidence, WalkedForward walkForward) {
        static Result of(SweepView view) {
            SweepFigures found = view.result();
            Summary summary = found.summary();
            Space space = view.sweep().space();
            boolean any = !summary.best().isEmpty();
            return new Result(found.currency(), summary.inSampleBars(), summary.outOfSampleBars(), Instant.ofEpochMilli(summary.firstTime()),
                    Instant.ofEpochMilli(summary.splitTime()), Instant.ofEpochMilli(summary.lastTime()), found.dataHash(), found.resultHash(),
                    summary.cells(), summary.moved(), summary.best().stream().map(cell -> Cell.of(cell, space, summary)).toList(),
                    any ? Stability.of(summary) : null, any ? Evidence.of(view) : null,
                    summary.walked() == null ? null : WalkedForward.of(summary, space));
        }
    }

    static SweepAnswer of(SweepView view) {
        Sweep sweep = view.sweep();
        boolean grid = sweep.search().isGrid();
        String self = "/api/v1/sweeps/" + view.id();
        return new SweepAnswer(view.id(), sweep.base() == null ? null : BacktestAnswer.Asked.of(sweep),
                sweep.basket() == null ? null : BasketAnswer.Asked.of(sweep.basket()), sweep.axes().stream().map(Range::of).toList(),
                (grid ? SweepBody.Kind.GRID : SweepBody.Kind.RANDOM).name(), grid ? null : sweep.search().draws(),
                grid ? null : sweep.search().seed(), sweep.split(), sweep.walk(), view.job().status(), view.job().percent(), view.job().done(),
                view.job().total(), view.job().failure(), view.createdAt(), view.createdBy(), view.result() == null ? null : Result.of(view),
                Map.of("self", self, "job", "/api/v1/jobs/" + view.job().id(), "cells", self + "/cells.csv", "heatmap", self + "/heatmap"));
    }

    /** Numbers, and words of choices. */
    static Map<String, Object> parameters(Space space, long place) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            double value = space.value(place, axis);
            Axis of = space.axes().get(axis);
            parameters.put(of.name(), of.hasWords() ? of.label(value) : BacktestAnswer.decimal(value));
        }
        return parameters;
    }
}
