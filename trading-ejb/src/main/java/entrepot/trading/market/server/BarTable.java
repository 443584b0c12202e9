package entrepot.trading.market.server;

import entrepot.platform.sql.ColumnPart;
import entrepot.platform.sql.Database;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The raw bars of a series, by columns in parts that follow each other in time. Whoever changes them holds the lock of the series. */
@ApplicationScoped
class BarTable {

    private static final int FETCH = 16;

    @Inject
    private Database database;

    /** From one moment to another, both inclusive, by time. */
    Bars read(long series, long from, long to) {
        return database.jdbi().withHandle(handle -> BarParts.read(handle, series, from, to));
    }

    /** By time. */
    long[] times(long series) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT LEFT(content, size * 8) FROM bar_part WHERE series_id = ? ORDER BY first_time")
                .bind(0, series)
                .setFetchSize(FETCH)
                .mapTo(byte[].class)
                .stream()
                .flatMapToLong(part -> Arrays.stream(ColumnPart.read(part, 0).times()))
                .toArray());
    }

    List<Bar> list(long series, long after, long to, int limit) {
        return parts(series, "AND last_time > ? AND first_time <= ? ORDER BY first_time", limit, after, to).stream()
                .filter(bar -> bar.time() > after && bar.time() <= to)
                .limit(limit)
                .toList();
    }

    /** Newest first. */
    List<Bar> last(long series, int limit) {
        return parts(series, "ORDER BY first_time DESC", limit).stream().sorted(Comparator.comparing(Bar::time).reversed()).limit(limit).toList();
    }

    Optional<Bar> before(long series, long time) {
        return parts(series, "AND first_time < ? ORDER BY first_time DESC", 0, time).stream().filter(bar -> bar.time() < time).max(Comparator.comparing(Bar::time));
    }

    Optional<Bar> at(long series, long time) {
        return parts(series, "AND first_time <= ? AND last_time >= ?", 0, time, time).stream().filter(bar -> bar.time() == time).findFirst();
    }

    /** Bars of the first parts that have so many, beside the first of all, of which few may be wanted. */
    private List<Bar> parts(long series, String which, int bars, Object... values) {
        return database.jdbi().withHandle(handle -> {
            List<Integer> sizes = bind(handle.createQuery("SELECT size FROM bar_part WHERE series_id = ? " + which), series, values).mapTo(int.class).list();
            int parts = Math.min(1, sizes.size());
            for (long there = 0; parts < sizes.size() && there < bars; parts++) {
                there += sizes.get(parts);
            }
            return bind(handle.createQuery("SELECT content FROM bar_part WHERE series_id = ? " + which + " LIMIT " + parts), series, values)
                    .mapTo(byte[].class).stream().flatMap(BarParts::bars).toList();
        });
    }

    private static Query bind(Query query, long series, Object... values) {
        query.bind(0, series);
        for (int place = 0; place < values.length; place++) {
            query.bind(place + 1, values[place]);
        }
        return query;
    }

    /** Those at a time that is there already take its place. @param added hears how many are written so far, while no handle is open */
    void add(long series, List<Bar> bars, LongConsumer added) {
        if (bars.isEmpty()) {
            return;
        }
        TreeMap<Long, Bar> all = new TreeMap<>();
        LongSummaryStatistics span = bars.stream().mapToLong(Bar::time).summaryStatistics();
        takeOut(series, span.getMin(), span.getMax()).forEach(bar -> all.put(bar.time(), bar));
        bars.forEach(bar -> all.put(bar.time(), bar));
        Bars merged = Bars.of(List.copyOf(all.values()));
        long[] times = merged.times();
        double[][] columns = {merged.opens(), merged.highs(), merged.lows(), merged.closes(), merged.volumes()};
        for (int part = 0; part < ColumnPart.parts(times.length); part += FETCH) {
            insert(series, part, times, columns);
            added.accept(Math.min(bars.size(), (long) (part + FETCH) * ColumnPart.SIZE));
        }
    }

    /** The parts that reach into a span, with that which ends before it. */
    private List<Bar> takeOut(long series, long first, long last) {
        return database.jdbi().withHandle(handle -> {
            long from = handle.createQuery("SELECT COALESCE(MAX(first_time), ?) FROM bar_part WHERE series_id = ? AND first_time <= ?")
                    .bind(0, first)
                    .bind(1, series)
                    .bind(2, first)
                    .mapTo(long.class)
                    .one();
            List<Bar> there = handle.createQuery("SELECT content FROM bar_part WHERE series_id = ? AND first_time BETWEEN ? AND ?")
                    .bind(0, series)
                    .bind(1, from)
                    .bind(2, last)
                    .mapTo(byte[].class)
                    .stream()
                    .flatMap(BarParts::bars)
                    .toList();
            handle.execute("DELETE FROM bar_part WHERE series_id = ? AND first_time BETWEEN ? AND ?", series, from, last);
            return there;
        });
    }

    private void insert(long series, int from, long[] times, double[][] columns) {
        database.jdbi().useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO bar_part (series_id, first_time, last_time, size, content) VALUES (?, ?, ?, ?, ?)");
            for (int part = from; part < Math.min(from + FETCH, ColumnPart.parts(times.length)); part++) {
                int begin = part * ColumnPart.SIZE;
                int end = Math.min(times.length, begin + ColumnPart.SIZE);
                batch.add(series, times[begin], times[end - 1], end - begin, ColumnPart.write(part, times, columns));
            }
            batch.execute();
        });
    }
}
