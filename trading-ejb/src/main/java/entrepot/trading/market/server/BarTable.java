package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The raw bars of a series. */
@ApplicationScoped
class BarTable {

    private static final int BATCH = 5_000;
    private static final String COLUMNS = "time, open, high, low, close, volume";

    @Inject
    private Database database;

    /** From one moment to another, both inclusive, by time. */
    Bars read(long series, long from, long to) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT " + COLUMNS + " FROM bar WHERE series_id = ? AND time BETWEEN ? AND ? ORDER BY time")
                .bind(0, series)
                .bind(1, from)
                .bind(2, to)
                .setFetchSize(BATCH)
                .scanResultSet((rows, context) -> columns(rows.get())));
    }

    List<Bar> list(long series, long after, long to, int limit) {
        return select("AND time > ? AND time <= ? ORDER BY time LIMIT ?", series, after, to, limit);
    }

    /** Newest first. */
    List<Bar> last(long series, int limit) {
        return select("ORDER BY time DESC LIMIT ?", series, limit);
    }

    Optional<Bar> before(long series, long time) {
        return select("AND time < ? ORDER BY time DESC LIMIT 1", series, time).stream().findFirst();
    }

    Optional<Bar> at(long series, long time) {
        return select("AND time = ?", series, time).stream().findFirst();
    }

    private List<Bar> select(String which, Object... values) {
        return database.jdbi().withHandle(handle -> {
            Query query = handle.createQuery("SELECT " + COLUMNS + " FROM bar WHERE series_id = ? " + which);
            for (int place = 0; place < values.length; place++) {
                query.bind(place, values[place]);
            }
            return query.mapTo(Bar.class).list();
        });
    }

    /** @param added hears how many are written so far, while no handle is open */
    void add(long series, List<Bar> bars, long imported, LongConsumer added) {
        for (int from = 0; from < bars.size(); from += BATCH) {
            int to = Math.min(bars.size(), from + BATCH);
            insert(series, bars.subList(from, to), imported);
            added.accept(to);
        }
    }

    private void insert(long series, List<Bar> bars, long imported) {
        database.jdbi().useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO bar (series_id, " + COLUMNS + ", import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
            bars.forEach(bar -> batch.add(series, bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), imported));
            batch.execute();
        });
    }

    void replace(long series, Bar bar, long imported) {
        database.jdbi().useHandle(handle -> handle.execute(
                "UPDATE bar SET open = ?, high = ?, low = ?, close = ?, volume = ?, import_id = ? WHERE series_id = ? AND time = ?",
                bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), imported, series, bar.time()));
    }

    private static Bars columns(ResultSet rows) throws SQLException {
        List<Bar> bars = new ArrayList<>();
        while (rows.next()) {
            bars.add(new Bar(rows.getLong(1), rows.getDouble(2), rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6)));
        }
        return Bars.of(bars);
    }
}
