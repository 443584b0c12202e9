package entrepot.trading.sweep.server;

import entrepot.platform.sql.Ids;
import entrepot.trading.evidence.server.TrialLog;
import entrepot.trading.evidence.server.TrialRow;
import entrepot.trading.sweep.Summary;
import entrepot.trading.sweep.Sweep;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Keeps what a sweep came to and counts all its cells as trials, in one transaction and once. */
@Stateless
@RolesAllowed("system")
public class SweepKeeper {

    @Inject
    private SweepTable table;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private TrialLog trials;

    public void keep(SweepRow row, Sweep sweep, Summary summary, String dataHash, String resultHash, String currency) {
        if (table.result(row.number()).isPresent()) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        table.addResult(row.number(), new SweepFigures(currency, dataHash, resultHash, summary, now));
        if (summary.cells() > 0) {
            TrialRow trial = new TrialRow(ids.next(), now, row.createdBy(), sweep.basket() == null ? sweep.base().tried() : row.symbol(),
                    dataHash, resultHash, sweep.words(), sweep.terms().words(), summary.firstTime(), summary.splitTime(), summary.cells(), summary.meanSharpe(),
                    summary.variance(), summary.together(), summary.inSampleBars() - 1, Double.NaN, Double.NaN, null);
            if (sweep.basket() == null) {
                trials.add(trial);
            } else {
                trials.add(trial, sweep.symbols());
            }
        }
    }
}
