package entrepot.trading.playback.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Traded;
import entrepot.trading.backtest.server.BacktestFigures;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.TradedSource;
import entrepot.trading.playback.Playback;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Goes through kept backtests, each run again on the bars that it was run on. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class Playbacks {

    private static final LocalDate ALL = LocalDate.of(9999, 12, 31);

    @EJB
    private BacktestReport report;

    @Inject
    private TradedSource source;

    /** @param figures as they were kept, with the version of the data and the hash of the result that this one has too */
    public record Found(Experiment asked, BacktestFigures figures, Playback playback) {}

    /**
     * @return empty where there is no such backtest
     * @throws PlaybackRefused where it is not through or not of a kind that is gone through, or its bars are others by now
     */
    public Optional<Found> find(UUID id) {
        return report.ran(id).map(ran -> found(id, ran));
    }

    private Found found(UUID id, BacktestReport.Ran ran) {
        Experiment asked = ran.experiment();
        if (!Playback.mayBe(asked)) {
            throw new PlaybackRefused("not-by-bars", "backtest " + id + " is not gone through bar by bar: it must be of one instrument over bars, without a learned signal");
        }
        BacktestFigures kept = ran.figures();
        if (kept == null) {
            throw new PlaybackRefused("not-finished", "backtest " + id + " has no result yet");
        }
        if (kept.bars() > Playback.MOST_BARS) {
            throw new PlaybackRefused("too-many-bars", "backtest " + id + " has " + kept.bars() + " bars, and up to " + Playback.MOST_BARS + " are gone through; ask for fewer days or longer bars");
        }
        Traded traded = traded(asked, kept);
        if (!traded.dataHash().equals(kept.dataHash())) {
            throw new PlaybackRefused("data-changed", "the bars of " + asked.symbol() + " have changed since: the backtest was run on version " + kept.dataHash()
                    + ", and there is " + traded.dataHash() + "; ask for it again to go through it");
        }
        Playback playback = Playback.of(asked, traded);
        if (!playback.result().hash().equals(kept.resultHash())) {
            throw new PlaybackRefused("other-result", "run again on the same bars, backtest " + id + " has the result " + playback.result().hash() + " and not " + kept.resultHash()
                    + ", since the program has changed, or what the instrument is; ask for it again to go through it");
        }
        return new Found(asked, kept, playback);
    }

    /** Up to the last bar there was: later ones do not make it another backtest. */
    private Traded traded(Experiment asked, BacktestFigures kept) {
        LocalDate known = asked.toDay() == null ? ALL : asked.toDay();
        Traded all = source.traded(asked.symbol(), asked.bars(), asked.fromDay(), asked.toDay(), asked.adjusted() ? known : null);
        return all.slice(0, all.bars().until(kept.lastTime()).size());
    }
}
