package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Gap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The series of an instrument, and the figures that lists show of them. */
@ApplicationScoped
class SeriesTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    Optional<Long> find(long instrument, BarStep step) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id FROM bar_series WHERE instrument_id = ? AND step = ?")
                .bind(0, instrument)
                .bind(1, step.name())
                .mapTo(Long.class)
                .findOne());
    }

    /** Makes it where it is not there yet. */
    long lock(long instrument, BarStep step) {
        Optional<Long> there = locked(instrument, step);
        if (there.isPresent()) {
            return there.get();
        }
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO bar_series (id, instrument_id, step) VALUES (?, ?, ?)",
                ids.next(), instrument, step.name()));
        return locked(instrument, step).orElseThrow();
    }

    private Optional<Long> locked(long instrument, BarStep step) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id FROM bar_series WHERE instrument_id = ? AND step = ? FOR UPDATE")
                .bind(0, instrument)
                .bind(1, step.name())
                .mapTo(Long.class)
                .findOne());
    }

    void lock(long series) {
        database.jdbi().useHandle(handle ->
                handle.createQuery("SELECT id FROM bar_series WHERE id = ? FOR UPDATE").bind(0, series).mapTo(long.class).one());
    }

    /** What there are bars of. */
    List<BarStep> withBars(long instrument) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT step FROM bar_series WHERE instrument_id = ? AND bars > 0")
                .bind(0, instrument)
                .mapTo(BarStep.class)
                .list());
    }

    /** The caller holds the lock. @param times of all its bars */
    void recount(long series, BarStep step, long[] times) {
        List<Gap> gaps = Gap.of(times, step);
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM bar_gap WHERE series_id = ?", series);
            if (!gaps.isEmpty()) {
                PreparedBatch batch = handle.prepareBatch("INSERT INTO bar_gap (series_id, after_time, before_time) VALUES (?, ?, ?)");
                gaps.forEach(gap -> batch.add(series, gap.after(), gap.before()));
                batch.execute();
            }
            handle.execute("UPDATE bar_series SET bars = ?, first_time = ?, last_time = ?, gaps = ? WHERE id = ?", times.length,
                    times.length == 0 ? null : times[0], times.length == 0 ? null : times[times.length - 1], gaps.size(), series);
        });
    }

    /** @param step of the series */
    record Named(long id, long instrument, BarStep step) {}

    Optional<Named> named(long series) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, instrument_id instrument, step FROM bar_series WHERE id = ?")
                .bind(0, series)
                .mapTo(Named.class)
                .findOne());
    }

    List<Gap> gaps(long series, long after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT after_time after, before_time `before` FROM bar_gap WHERE series_id = ? AND after_time > ?"
                        + " ORDER BY after_time LIMIT ?")
                .bind(0, series)
                .bind(1, after)
                .bind(2, limit)
                .mapTo(Gap.class)
                .list());
    }
}
