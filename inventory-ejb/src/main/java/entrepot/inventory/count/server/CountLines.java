package entrepot.inventory.count.server;

import entrepot.inventory.ledger.Tracking;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import entrepot.platform.sql.Ids;
import entrepot.platform.sql.JsonRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The rows of what is to be counted and of what was. */
@ApplicationScoped
public class CountLines {

    /** What lies at a place of the lots of items, ours and suppliers'. */
    private static final String LYING = "(SELECT item_id, lot_id FROM lot_stock WHERE item_id IN (<items>) AND location_id = :location AND on_hand > 0"
            + " UNION SELECT item_id, lot_id FROM consigned_stock WHERE item_id IN (<items>) AND location_id = :location AND lot_id <> 0 AND on_hand > 0)";

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    /** @param counted in {@code round}, or null */
    record Line(int lineNo, long itemId, long lotId, Tracking tracking, String sku, String lot, int askRound, Long counted, Integer round,
            LocalDateTime countedAt, LocalDate countedOn, String countedBy, Long pieces) {

        What what() {
            return new What(itemId, lotId);
        }

        String name() {
            return lot == null ? sku : sku + " lot " + lot;
        }

        /** Whether it says how many pieces lie there in all. */
        boolean isOfPieces() {
            return tracking == Tracking.SERIAL && lotId == 0;
        }
    }

    /** What a line is of. @param lot 0: no lot */
    record What(long item, long lot) {}

    /** A line after one more entry. */
    record Counted(
            int lineNo, What what, boolean isNew, boolean listed, int round, long entered, long quantity, LocalDateTime at, LocalDate on, String by,
            Long pieces) {}

    List<Line> of(UUID count) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT l.line_no, l.item_id, l.lot_id, i.tracking, i.sku, t.code lot, l.ask_round, l.counted, l.round,"
                        + " l.counted_at, l.counted_on, l.counted_by, l.pieces FROM stock_count_line l JOIN item i ON i.id = l.item_id"
                        + " LEFT JOIN lot t ON t.id = l.lot_id WHERE l.count_id = ? ORDER BY l.line_no")
                .bind(0, count)
                .mapTo(Line.class)
                .list());
    }

    void list(UUID count, Collection<What> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (What line : lines) {
            rows.add(new Object[] {count, rows.size(), line.item(), line.lot()});
        }
        database.jdbi().useHandle(handle -> Batch.execute(handle,
                "INSERT INTO stock_count_line (count_id, line_no, item_id, lot_id, listed) VALUES (?, ?, ?, ?, TRUE)", rows.stream()));
    }

    /**
     * Lines for items, in their order: the lots that lie at the place, by expiry and age. Of items by serial number there is
     * one line, since to name the pieces would be to say how many there should be.
     */
    List<What> lines(long location, Collection<Long> items) {
        Map<Long, List<What>> ofLots = new HashMap<>();
        Set<Long> byLot = new HashSet<>();
        for (List<Long> part : Rows.parts(items)) {
            database.jdbi().useHandle(handle -> handle
                    .createQuery("SELECT i.id, s.lot_id FROM item i LEFT JOIN " + LYING + " s ON s.item_id = i.id LEFT JOIN lot t ON t.id = s.lot_id WHERE i.tracking = 'LOT' AND i.id IN (<items>)"
                            + " ORDER BY i.id, COALESCE(t.expires, '9999-12-31'), t.id")
                    .bind("location", location)
                    .bindList("items", part)
                    .map((row, context) -> {
                        byLot.add(row.getLong(1));
                        long lot = row.getLong(2);
                        return lot != 0 && ofLots.computeIfAbsent(row.getLong(1), fresh -> new ArrayList<>()).add(new What(row.getLong(1), lot));
                    })
                    .list());
        }
        return items.stream().flatMap(item -> byLot.contains(item)
                ? ofLots.getOrDefault(item, List.of()).stream() : Stream.of(new What(item, 0))).toList();
    }

    /** Pieces of an item that are known to be at a place. */
    List<Long> pieces(long item, long location) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT lot_id FROM " + LYING + " s ORDER BY lot_id")
                .bindList("items", item).bind("location", location).mapTo(Long.class).list());
    }

    /** Numbers of counts not over yet that have one of {@code items} at the place, by item. */
    Map<Long, String> elsewhere(UUID count, long location, Collection<Long> items) {
        Map<Long, String> elsewhere = new HashMap<>();
        List<UUID> others = others(count, location);
        if (others.isEmpty()) {
            return elsewhere;
        }
        for (List<Long> part : Rows.parts(items)) {
            database.jdbi().useHandle(handle -> handle
                    .createQuery("SELECT l.item_id, c.number FROM stock_count_line l JOIN stock_count c ON c.id = l.count_id"
                            + " WHERE c.id IN (<others>) AND l.item_id IN (<items>)")
                    .bindList("others", others)
                    .bindList("items", part)
                    .map((row, context) -> elsewhere.put(row.getLong(1), row.getString(2)))
                    .list());
        }
        return elsewhere;
    }

    private List<UUID> others(UUID count, long location) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id FROM stock_count WHERE location_id = :location AND status IN ('OPEN', 'RECOUNT', 'SUBMITTED') AND id <> :count")
                .bind("location", location)
                .bind("count", count)
                .mapTo(UUID.class)
                .list());
    }

    void write(UUID count, List<Counted> entries, LocalDateTime now) {
        database.jdbi().useHandle(handle -> {
            Batch.execute(handle, "INSERT INTO stock_count_entry (id, count_id, item_id, lot_id, round, entered, quantity, counted_at, counted_by,"
                    + " entered_at, pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    entries.stream().map(entry -> new Object[] {ids.next(), count, entry.what().item(), entry.what().lot(), entry.round(), entry.entered(),
                            entry.quantity(), entry.at(), entry.by(), now, entry.pieces()}));
            Map<Integer, Counted> last = new LinkedHashMap<>();
            entries.forEach(entry -> last.put(entry.lineNo(), entry));
            insert(handle, count, last.values().stream().filter(Counted::isNew));
            update(handle, count, last.values().stream().filter(entry -> !entry.isNew()));
        });
    }

    private static void insert(Handle handle, UUID count, Stream<Counted> entries) {
        Batch.execute(handle, "INSERT INTO stock_count_line (count_id, line_no, item_id, lot_id, listed, ask_round, counted, round, counted_at,"
                + " counted_on, counted_by, pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries.map(entry -> new Object[] {count, entry.lineNo(), entry.what().item(), entry.what().lot(), entry.listed(), entry.round(),
                        entry.quantity(), entry.round(), entry.at(), entry.on(), entry.by(), entry.pieces()}));
    }

    /** One statement: as a batch the driver would send 20,000. */
    private static void update(Handle handle, UUID count, Stream<Counted> entries) {
        handle.createUpdate("UPDATE JSON_TABLE(:rows, '$[*]' COLUMNS (line INT PATH '$[0]', counted BIGINT PATH '$[1]', round INT PATH '$[2]',"
                        + " at DATETIME(6) PATH '$[3]', day DATE PATH '$[4]', who VARCHAR(64) PATH '$[5]', pieces BIGINT PATH '$[6]')) e"
                        + " STRAIGHT_JOIN stock_count_line l ON l.count_id = :count AND l.line_no = e.line SET l.counted = e.counted, l.round = e.round,"
                        + " l.counted_at = e.at, l.counted_on = e.day, l.counted_by = e.who, l.pieces = e.pieces")
                .bind("rows", JsonRows.of(entries.map(entry -> new Object[] {
                    entry.lineNo(), entry.quantity(), entry.round(), entry.at(), entry.on(), entry.by(), entry.pieces()})))
                .bind("count", count)
                .execute();
    }

    void askAgain(UUID count, int round, Collection<Integer> lines) {
        for (List<Integer> part : Rows.parts(lines)) {
            database.jdbi().useHandle(handle -> handle
                    .createUpdate("UPDATE stock_count_line SET ask_round = :round WHERE count_id = :count AND line_no IN (<lines>)")
                    .bind("round", round)
                    .bind("count", count)
                    .bindList("lines", part)
                    .execute());
        }
    }
}
