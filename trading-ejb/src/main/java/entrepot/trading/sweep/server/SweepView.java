package entrepot.trading.sweep.server;

import entrepot.platform.job.Job;
import entrepot.trading.evidence.Trials;
import entrepot.trading.sweep.Believed;
import entrepot.trading.sweep.Sweep;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A sweep with its job and, once that is through, its result.
 *
 * @param result null before
 * @param trials all on its instrument, or of portfolios with one of its instruments, up to now, its own cells among them; null before
 */
public record SweepView(long number, UUID id, Sweep sweep, Job job, LocalDateTime createdAt, String createdBy, SweepFigures result,
        Trials trials) {

    /** How far the chosen cell can be believed; only where there is one. */
    public Believed believed() {
        return Believed.of(result.summary(), trials, sweep.base() != null && sweep.base().making() != null);
    }
}
