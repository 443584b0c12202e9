package entrepot.trading.basket.server;

import entrepot.platform.job.Job;
import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.server.BacktestEvidence;
import entrepot.trading.backtest.server.Judged;
import entrepot.trading.basket.BasketExperiment;
import java.time.LocalDateTime;
import java.util.UUID;

/** A portfolio backtest with its job and, once that is through, its result. @param result null before, as {@code evidence} */
public record BasketView(long number, UUID id, BasketExperiment experiment, Job job, LocalDateTime createdAt, String createdBy, BasketFigures result,
        BacktestEvidence evidence) implements Judged {

    @Override
    public Performance performance() {
        return result.performance();
    }

    @Override
    public String triedOn() {
        return String.join(", ", experiment.symbols());
    }
}
