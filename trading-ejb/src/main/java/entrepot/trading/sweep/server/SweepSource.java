package entrepot.trading.sweep.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Traded;
import entrepot.trading.backtest.server.TradedSource;
import entrepot.trading.basket.Universe;
import entrepot.trading.basket.server.BasketSource;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.pair.PairBars;
import entrepot.trading.sweep.BarCells;
import entrepot.trading.sweep.BasketCells;
import entrepot.trading.sweep.Cells;
import entrepot.trading.sweep.PairCells;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.SweepBars;
import entrepot.trading.sweep.SweepRun;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;

/** What a sweep is run on, and its cells over that. Those of the last sweep are kept, by the hash of their bars. */
@ApplicationScoped
class SweepSource {

    private static final LocalDate ALL = LocalDate.of(9999, 12, 31);
    private static final double IN_SAMPLE = 0.7;

    @EJB
    private MarketData market;

    @Inject
    private BasketSource baskets;

    @Inject
    private TradedSource trading;

    private record Kept(long sweep, String dataHash, SweepRun run) {}

    private Kept kept;

    /** Empty where the bars are others by now. */
    synchronized Optional<SweepRun> run(SweepRow row, String dataHash) {
        if (kept == null || kept.sweep() != row.number() || !kept.dataHash().equals(dataHash)) {
            Sweep sweep = row.sweep();
            Cells cells = cells(sweep);
            kept = new Kept(row.number(), cells.dataHash(), new SweepRun(sweep, cells));
        }
        return Optional.of(kept).filter(found -> found.dataHash().equals(dataHash)).map(Kept::run);
    }

    Cells cells(Sweep sweep) {
        try {
            return sweep.basket() != null ? portfolio(sweep) : sweep.base().pair() != null ? pair(sweep) : single(sweep);
        } catch (IllegalArgumentException tooFew) {
            throw new IllegalStateException(String.join(", ", sweep.symbols()) + ": " + tooFew.getMessage(), tooFew);
        }
    }

    Currency currency(Sweep sweep) {
        return baskets.currency(sweep.symbols());
    }

    private Cells single(Sweep sweep) {
        Traded whole = traded(sweep, sweep.toDay());
        LocalDate split = split(sweep, whole.bars().times());
        return new BarCells(sweep, split == null ? whole : traded(sweep, split), whole);
    }

    private Traded traded(Sweep sweep, LocalDate last) {
        return trading.traded(sweep.base().symbol(), sweep.base().bars(), sweep.fromDay(), last, adjustedAsOf(sweep, last));
    }

    private Cells pair(Sweep sweep) {
        PairBars whole = aligned(sweep, sweep.toDay());
        LocalDate split = split(sweep, whole.one().times());
        PairBars before = split == null ? whole : aligned(sweep, split);
        return new PairCells(sweep, SweepBars.of(before.one(), whole.one()), SweepBars.of(before.other(), whole.other()), currency(sweep));
    }

    private PairBars aligned(Sweep sweep, LocalDate last) {
        Experiment base = sweep.base();
        return PairBars.of(market.source(base.symbol(), base.bars(), base.fromDay(), last, adjustedAsOf(sweep, last)),
                market.source(base.pair().other(), base.bars(), base.fromDay(), last, adjustedAsOf(sweep, last))).of(base.bars()).since(base.fromDay());
    }

    /** As known on the last day. @param last null for all days */
    private static LocalDate adjustedAsOf(Sweep sweep, LocalDate last) {
        return !sweep.base().adjusted() ? null : last == null ? ALL : last;
    }

    private Cells portfolio(Sweep sweep) {
        Universe whole = baskets.universe(sweep.symbols(), sweep.fromDay(), sweep.toDay());
        LocalDate split = split(sweep, whole.times());
        int seen = (int) Arrays.stream(whole.times()).filter(time -> !day(time).isAfter(split)).count();
        return new BasketCells(sweep, whole, seen, currency(sweep));
    }

    /** Null where there are no bars. */
    private static LocalDate split(Sweep sweep, long[] times) {
        return sweep.split() != null || times.length == 0 ? sweep.split() : day(times[(int) (times.length * IN_SAMPLE)]);
    }

    private static LocalDate day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }
}
