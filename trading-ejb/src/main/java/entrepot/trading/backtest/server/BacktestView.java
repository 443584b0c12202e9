package entrepot.trading.backtest.server;

import entrepot.platform.job.Job;
import entrepot.trading.backtest.Experiment;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A backtest with its job and, once that is through, its result.
 *
 * @param result null before
 */
public record BacktestView(long number, UUID id, Experiment experiment, Job job, LocalDateTime createdAt, String createdBy,
        BacktestFigures result) {}
