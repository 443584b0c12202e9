package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Bars;
import entrepot.trading.market.Chain;
import entrepot.trading.market.Instrument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The contracts of a future as one series, made anew whenever somebody reads it. */
@ApplicationScoped
class Contracts {

    @Inject
    private Database database;

    @Inject
    private InstrumentTable instruments;

    @Inject
    private SeriesTable series;

    @Inject
    private BarTable bars;

    /** What they have together. */
    List<InstrumentBoard.Series> series(Instrument all) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT s.step, SUM(s.bars) bars, MIN(s.first_time) first, MAX(s.last_time) last, SUM(s.gaps) gaps, 0 held FROM instrument i"
                        + " JOIN bar_series s ON s.instrument_id = i.id AND s.bars > 0 WHERE i.root = ? AND i.kind = 'FUTURE' GROUP BY s.step ORDER BY s.step")
                .bind(0, all.symbol())
                .mapTo(InstrumentBoard.Series.class)
                .list());
    }

    /** What there are bars of, in any of its contracts. */
    List<BarStep> withBars(Instrument all) {
        return instruments.contracts(all.future().root()).stream().flatMap(row -> series.withBars(row.id()).stream()).distinct().toList();
    }

    /** Of an instrument that is all contracts of its root. @param to moment of the last bar that is seen */
    Chain chain(Instrument all, BarStep step, long to) {
        List<Chain.Contract> contracts = new ArrayList<>();
        for (InstrumentTable.Row row : instruments.contracts(all.future().root())) {
            Bars of = series.find(row.id(), step).map(id -> bars.read(id, Long.MIN_VALUE, to)).orElseGet(() -> Bars.of(List.of()));
            contracts.add(new Chain.Contract(row.row().symbol(), row.row().expiry(), of));
        }
        return Chain.of(contracts, all.future().rolls());
    }
}
