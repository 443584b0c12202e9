package entrepot.inventory.count.server;

import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of what is to be counted and of what was. */
@ApplicationScoped
public class CountLines {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    /** @param counted in {@code round}, or null */
    record Line(int lineNo, long itemId, String sku, int askRound, Long counted, Integer round) {}

    /** A line after one more entry. */
    record Counted(
            int lineNo, long item, boolean isNew, int round, long entered, long quantity, LocalDateTime at, LocalDate on, String by) {}

    List<Line> of(UUID count) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT l.line_no, l.item_id, i.sku, l.ask_round, l.counted, l.round FROM stock_count_line l"
                        + " JOIN item i ON i.id = l.item_id WHERE l.count_id = ? ORDER BY l.line_no")
                .bind(0, count)
                .mapTo(Line.class)
                .list());
    }

    void list(UUID count, Collection<Long> items) {
        List<Object[]> rows = new ArrayList<>();
        for (long item : items) {
            rows.add(new Object[] {count, rows.size(), item});
        }
        database.jdbi().useHandle(handle -> Batch.execute(handle,
                "INSERT INTO stock_count_line (count_id, line_no, item_id, listed) VALUES (?, ?, ?, TRUE)", rows.stream()));
    }

    /** Numbers of counts not over yet that have one of {@code items} at the place, by item. */
    Map<Long, String> elsewhere(UUID count, long location, Collection<Long> items) {
        Map<Long, String> elsewhere = new HashMap<>();
        if (!items.isEmpty()) {
            database.jdbi().useHandle(handle -> handle
                    .createQuery("SELECT l.item_id, c.number FROM stock_count_line l JOIN stock_count c ON c.id = l.count_id"
                            + " WHERE c.location_id = :location AND c.status IN ('OPEN', 'RECOUNT', 'SUBMITTED') AND c.id <> :count"
                            + " AND l.item_id IN (<items>)")
                    .bind("location", location)
                    .bind("count", count)
                    .bindList("items", List.copyOf(items))
                    .map((row, context) -> elsewhere.put(row.getLong(1), row.getString(2)))
                    .list());
        }
        return elsewhere;
    }

    void write(UUID count, List<Counted> entries, LocalDateTime now) {
        database.jdbi().useHandle(handle -> {
            Batch.execute(handle, "INSERT INTO stock_count_entry (id, count_id, item_id, round, entered, quantity, counted_at, counted_by,"
                    + " entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    entries.stream().map(entry -> new Object[] {ids.next(), count, entry.item(), entry.round(), entry.entered(),
                            entry.quantity(), entry.at(), entry.by(), now}));
            Batch.execute(handle, "INSERT INTO stock_count_line (count_id, line_no, item_id, listed, ask_round, counted, round, counted_at,"
                    + " counted_on, counted_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE counted = VALUES(counted),"
                    + " round = VALUES(round), counted_at = VALUES(counted_at), counted_on = VALUES(counted_on),"
                    + " counted_by = VALUES(counted_by)",
                    entries.stream().map(entry -> new Object[] {count, entry.lineNo(), entry.item(), !entry.isNew(), entry.round(),
                            entry.quantity(), entry.round(), entry.at(), entry.on(), entry.by()}));
        });
    }

    void askAgain(UUID count, int round, Collection<Integer> lines) {
        database.jdbi().useHandle(handle -> Batch.execute(handle,
                "UPDATE stock_count_line SET ask_round = ? WHERE count_id = ? AND line_no = ?",
                lines.stream().map(line -> new Object[] {round, count, line})));
    }
}
