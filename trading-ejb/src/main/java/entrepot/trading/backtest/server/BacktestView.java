package entrepot.trading.backtest.server;

import entrepot.platform.job.Job;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Performance;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A backtest with its job and, once that is through, its result.
 *
 * @param result   null before
 * @param evidence null before, and of one that was run before results were held against their trials
 * @param quoted   of market making, where it was asked for by itself and has a result; else null
 * @param filled   where it was asked for by itself and has a result, of one instrument; else null
 */
public record BacktestView(long number, UUID id, Experiment experiment, Job job, LocalDateTime createdAt, String createdBy,
        BacktestFigures result, BacktestEvidence evidence, QuotedBars quoted, Filled filled) implements Judged {

    @Override
    public Performance performance() {
        return result.performance();
    }

    @Override
    public String triedOn() {
        return experiment.symbol();
    }
}
