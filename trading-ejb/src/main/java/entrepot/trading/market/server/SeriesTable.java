package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.BarsHash;
import entrepot.trading.market.Gap;
import entrepot.trading.market.SeriesExam;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

    /** By time. */
    long[] times(long series) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT time FROM bar WHERE series_id = ? ORDER BY time")
                .bind(0, series)
                .setFetchSize(10_000)
                .mapTo(long.class)
                .stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    /** By time: the first after a moment that are as asked. */
    List<Long> times(long series, long after, LongPredicate which, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT time FROM bar WHERE series_id = ? AND time > ? ORDER BY time")
                .bind(0, series)
                .bind(1, after)
                .setFetchSize(10_000)
                .mapTo(Long.class)
                .stream()
                .filter(which::test)
                .limit(limit)
                .toList());
    }

    /** Bars were added or replaced; the caller holds the lock. @param by the import that did it */
    void changed(long series, BarStep step, long by) {
        recount(series, step);
        database.jdbi().useHandle(handle -> handle.execute("UPDATE bar_series SET changed_at = ?, changed_by = ? WHERE id = ?",
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC)), by, series));
    }

    /** The caller holds the lock. @return the version of the data */
    String recount(long series, BarStep step) {
        Content content = content(series);
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
                    exam.longest() == null ? null : exam.longest().after(), exam.longest() == null ? null : exam.longest().before(), content.hash(), series);
        });
        return content.hash();
    }

    private record Content(long[] times, String hash) {}

    private Content content(long series) {
        return database.jdbi().withHandle(handle -> {
            int bars = handle.createQuery("SELECT COUNT(*) FROM bar WHERE series_id = ?").bind(0, series).mapTo(int.class).one();
            return handle.createQuery("SELECT time, open, high, low, close, volume FROM bar WHERE series_id = ? ORDER BY time")
                    .bind(0, series)
                    .setFetchSize(10_000)
                    .scanResultSet((rows, context) -> content(rows.get(), bars));
        });
    }

    private static Content content(ResultSet rows, int bars) throws SQLException {
        long[] times = new long[bars];
        BarsHash hash = new BarsHash(bars);
        for (int bar = 0; rows.next(); bar++) {
            times[bar] = rows.getLong(1);
            hash.add(times[bar], rows.getDouble(2), rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6));
        }
        return new Content(times, hash.hex());
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
