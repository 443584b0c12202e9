package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Bars;
import entrepot.trading.market.BarsHash;
import entrepot.trading.market.Gap;
import entrepot.trading.market.SeriesExam;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The series of an instrument, and the figures that lists show of them. */
@ApplicationScoped
class SeriesTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private BarTable bars;

    @Inject
    private CalendarTable calendars;

    @Inject
    private Clock clock;

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

    /** By time: the first after a moment that are as asked. */
    List<Long> times(long series, long after, LongPredicate which, int limit) {
        return Arrays.stream(bars.times(series)).filter(time -> time > after && which.test(time)).limit(limit).boxed().toList();
    }

    /** Bars were added or replaced; the caller holds the lock. @param by the import that did it */
    void changed(long series, BarStep step, long by) {
        recount(series, step);
        database.jdbi().useHandle(handle -> handle.execute("UPDATE bar_series SET changed_at = ?, changed_by = ? WHERE id = ?",
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)), by, series));
    }

    /** The caller holds the lock. @return the version of the data */
    String recount(long series, BarStep step) {
        Bars content = bars.read(series, Long.MIN_VALUE, Long.MAX_VALUE);
        String hash = BarsHash.of(content);
        long[] times = content.times();
        SeriesExam exam = SeriesExam.of(times, step, calendars.ofSeries(series));
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM bar_gap WHERE series_id = ?", series);
            if (!exam.gaps().isEmpty()) {
                PreparedBatch batch = handle.prepareBatch("INSERT INTO bar_gap (series_id, after_time, before_time) VALUES (?, ?, ?)");
                exam.gaps().forEach(gap -> batch.add(series, gap.after(), gap.before()));
                batch.execute();
            }
            handle.execute("UPDATE bar_series SET bars = ?, first_time = ?, last_time = ?, gaps = ?, sessions = ?, missing = ?, outside = ?, longest_after = ?,"
                            + " longest_before = ?, data_hash = ? WHERE id = ?", times.length, times.length == 0 ? null : times[0],
                    times.length == 0 ? null : times[times.length - 1], exam.gaps().size(), exam.sessions(), exam.missing(), exam.outside(),
                    exam.longest() == null ? null : exam.longest().after(), exam.longest() == null ? null : exam.longest().before(), hash, series);
        });
        return hash;
    }

    /** What was kept of the data, before it is counted anew; empty where it never was. */
    Optional<String> hash(long series) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT data_hash FROM bar_series WHERE id = ? AND data_hash IS NOT NULL")
                .bind(0, series).mapTo(String.class).findOne());
    }

    List<Named> of(long instrument) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, instrument_id instrument, step FROM bar_series WHERE instrument_id = ? ORDER BY id")
                .bind(0, instrument)
                .mapTo(Named.class)
                .list());
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
