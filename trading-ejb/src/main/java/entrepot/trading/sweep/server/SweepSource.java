package entrepot.trading.sweep.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.market.Bars;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.SweepBars;
import entrepot.trading.sweep.SweepRun;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The bars of a sweep, and its cells over them. Those of the last sweep are kept, by the hash of their bars. */
@ApplicationScoped
class SweepSource {

    private static final LocalDate ALL = LocalDate.of(9999, 12, 31);
    private static final double IN_SAMPLE = 0.7;

    @EJB
    private MarketData market;

    private record Kept(long sweep, String dataHash, SweepRun cells) {}

    private Kept kept;

    /** Empty where the bars are others by now. */
    synchronized Optional<SweepRun> cells(SweepRow row, String dataHash) {
        if (kept == null || kept.sweep() != row.number() || !kept.dataHash().equals(dataHash)) {
            Sweep sweep = row.sweep();
            SweepBars bars = bars(sweep);
            kept = new Kept(row.number(), ResultHash.of(bars.whole()), new SweepRun(sweep, bars));
        }
        return Optional.of(kept).filter(found -> found.dataHash().equals(dataHash)).map(Kept::cells);
    }

    SweepBars bars(Sweep sweep) {
        Experiment asked = sweep.base();
        Bars whole = market.bars(asked.symbol(), asked.fromDay(), asked.toDay(),
                !asked.adjusted() ? null : asked.toDay() == null ? ALL : asked.toDay());
        LocalDate split = sweep.split() != null || whole.size() == 0 ? sweep.split() : day(whole.time((int) (whole.size() * IN_SAMPLE)));
        Bars before = split == null ? whole : market.bars(asked.symbol(), asked.fromDay(), split, asked.adjusted() ? split : null);
        try {
            return SweepBars.of(before, whole);
        } catch (IllegalArgumentException tooFew) {
            throw new IllegalStateException(asked.symbol() + ": " + tooFew.getMessage(), tooFew);
        }
    }

    private static LocalDate day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }
}
