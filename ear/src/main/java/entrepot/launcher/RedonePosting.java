package entrepot.launcher;

import entrepot.inventory.ledger.SealedTable;
import entrepot.inventory.ledger.server.BookSetting;
import entrepot.platform.outbox.Outbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes the rows of one posting as its sealed line says them: what {@code BookRows} would read back as the same line. The
 * largest row number used is remembered, for the sequence to go on after it.
 */
final class RedonePosting {

    private final Connection book;
    private final Map<Long, long[]> places = new HashMap<>();
    private long largest;

    RedonePosting(Connection book) {
        this.book = book;
    }

    long largest() {
        return largest;
    }

    void write(SealLine line) throws SQLException {
        List<String> head = line.records().get(0);
        long seq = number(head.get(1));
        if (count("SELECT COUNT(*) FROM posting WHERE seq = ?", seq) == 0) {
            rows(line, head, seq);
        }
        insert("INSERT INTO seal (number, posting_seq, hash, sealed_at) VALUES (?, ?, ?, ?)", line.number(), seq, line.hash(), line.sealedAt());
        insert("DELETE FROM to_seal WHERE posting_seq = ?", seq);
    }

    private void rows(SealLine line, List<String> head, long seq) throws SQLException {
        List<List<String>> records = line.records();
        byte[] id = bytes(head.get(2));
        insert("INSERT INTO posting (seq, id, kind, business_date, effective_at, recorded_at, actor, reference, reason, source, reverses_seq)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                seq, id, head.get(3), head.get(4), moment(head.get(5)), moment(head.get(6)), head.get(7), head.get(8), head.get(9), head.get(10),
                head.get(11));
        insert("INSERT INTO audit_entry (posting_seq, body) VALUES (?, ?)", seq, line.body());
        insert("INSERT IGNORE INTO idempotency (id, fingerprint, posting_seq, created_at) VALUES (?, ?, ?, ?)", id, new byte[32], seq, moment(head.get(6)));
        Map<String, Long> left = goesOver(records);
        int journal = 0;
        boolean moved = false;
        for (int place = 1; place < records.size(); place++) {
            List<String> record = records.get(place);
            switch (record.get(0)) {
                case "M" -> {
                    movement(record, after(records, place), head, seq, left.get(record.get(1)));
                    moved = true;
                }
                case "V" -> value(record, head, seq);
                case "J" -> journal(record, head, seq, journal++);
                case "A" -> beside(record, seq);
                default -> { }
            }
        }
        if (moved && Outbox.isToldAtOnce(head.get(10))) {
            for (String topic : Outbox.TOPICS) {
                insert("INSERT INTO outbox (id, topic, posting_seq, created_at) VALUES (NEXT VALUE FOR entrepot_id, ?, ?, ?)", topic, seq, moment(head.get(6)));
            }
        }
    }

    /** What the line says of a movement behind it: its lot, its pieces, its grounds, its other day. */
    private static Map<String, List<String>> after(List<List<String>> records, int place) {
        Map<String, List<String>> more = new HashMap<>();
        for (int next = place + 1; next < records.size() && "LNGB".contains(records.get(next).get(0)); next++) {
            more.put(records.get(next).get(0), records.get(next));
        }
        return more;
    }

    private void movement(List<String> record, Map<String, List<String>> more, List<String> head, long seq, Long left) throws SQLException {
        long id = number(record.get(1));
        long item = number(record.get(3));
        long location = number(record.get(4));
        String lot = more.containsKey("L") ? more.get("L").get(1) : null;
        List<String> grounds = more.get("G");
        String day = grounds == null || grounds.get(5) == null ? head.get(4) : grounds.get(5);
        String booked = more.containsKey("B") ? more.get("B").get(1) : day;
        places.put(id, new long[] {item, location});
        insert("INSERT INTO movement (id, posting_seq, line_no, item_id, location_id, pool_id, kind, quantity, business_date, ordinal,"
                        + " source_movement_id, basis, stated, counted, unit_cost, for_date, lot_id, lot_expires, pieces)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, seq, record.get(2), item, location, left != null ? left : pool(item, location, lot, Long.parseLong(record.get(6))), head.get(3), record.get(5), booked, record.get(6), record.get(7),
                field(grounds, 1), field(grounds, 2), field(grounds, 3), field(grounds, 4), booked.equals(day) ? null : day, lot,
                field(more.get("L"), 3), field(more.get("N"), 1));
    }

    private void value(List<String> record, List<String> head, long seq) throws SQLException {
        String day = record.size() > 5 ? record.get(5) : head.get(4);
        String booked = record.size() > 6 ? record.get(6) : day;
        long[] place = place(number(record.get(2)));
        insert("INSERT INTO value_entry (id, posting_seq, movement_id, item_id, location_id, kind, amount, business_date, for_date)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number(record.get(1)), seq, record.get(2), place[0], place[1], record.get(3), record.get(4), booked, booked.equals(day) ? null : day);
    }

    private void journal(List<String> record, List<String> head, long seq, int line) throws SQLException {
        String day = record.size() > 4 && record.get(4) != null ? record.get(4) : head.get(4);
        insert("INSERT INTO journal_line (posting_seq, line_no, account_code, amount, business_date, movement_id, settles_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                seq, line, record.get(1), record.get(2), day, record.get(3), record.size() > 5 ? record.get(5) : null);
    }

    /** Ids of documents are told in hexadecimal. */
    private void beside(List<String> record, long seq) throws SQLException {
        SealedTable table = SealedTable.ALL.stream().filter(one -> one.name().equals(record.get(1))).findFirst().orElseThrow(() ->
                new CannotStart("The log has rows of " + record.get(1) + ", which this version does not know."));
        List<Object> values = new ArrayList<>(List.of(seq));
        for (int column = 0; column < table.columns().size(); column++) {
            String text = record.size() > column + 2 ? record.get(column + 2) : null;
            values.add(text != null && text.matches("[0-9a-f]{32}") ? bytes(text) : text);
        }
        insert("INSERT INTO " + table.name() + " (posting_seq, " + String.join(", ", table.columns()) + ") VALUES (?"
                + ", ?".repeat(table.columns().size()) + ")", values.toArray());
    }

    private long[] place(long movement) throws SQLException {
        long[] known = places.get(movement);
        if (known != null) {
            return known;
        }
        try (PreparedStatement query = book.prepareStatement("SELECT item_id, location_id FROM movement WHERE id = ?")) {
            query.setLong(1, movement);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        }
    }

    /** Where a posting changes what is valued together, items are valued so from here on. @return the pools of what goes over, by movement */
    private Map<String, Long> goesOver(List<List<String>> records) throws SQLException {
        Map<String, Long> pools = new HashMap<>();
        List<List<String>> changes = records.stream().filter(record -> record.get(0).equals("A") && record.get(1).equals("scope_change")).toList();
        for (int place = 1; place < records.size() && !changes.isEmpty(); place++) {
            List<String> record = records.get(place);
            if (record.get(0).equals("M") && record.get(5).startsWith("-")) {
                List<String> lot = after(records, place).get("L");
                pools.put(record.get(1), usualPool(number(record.get(3)), number(record.get(4)), lot == null ? null : lot.get(1)));
            }
        }
        for (List<String> change : changes) {
            insert("UPDATE item SET scope = ? WHERE id = ?", change.get(4), change.get(2));
        }
        return pools;
    }

    /** Value that is of a day before a change of scope is in the pool of then, of which it is the next. */
    private long pool(long item, long location, String lot, long ordinal) throws SQLException {
        long usual = usualPool(item, location, lot);
        return count("SELECT COALESCE((SELECT p.id FROM cost_pool p JOIN item i ON i.id = p.item_id JOIN location w ON w.id = ?"
                + " JOIN location s ON s.id = w.site_id WHERE i.id = ? AND i.scope IS NOT NULL AND p.location_id IN (0, s.id, s.location_group_id)"
                + " AND p.lot_id = IF(i.costing = 'SPECIFIC', ?, 0) AND ? = 1 + (SELECT COALESCE(MAX(m.ordinal), 0) FROM movement m"
                + " WHERE m.pool_id = p.id) ORDER BY p.id <> ? LIMIT 1), ?)", location, item, lot, ordinal, usual, usual);
    }

    /** Made where there is none yet, as the first goods of an item at a place make it. */
    private long usualPool(long item, long location, String lot) throws SQLException {
        if (count("SELECT COUNT(*) FROM item WHERE id = ?", item) == 0 || count("SELECT COUNT(*) FROM location WHERE id = ?", location) == 0
                || lot != null && count("SELECT COUNT(*) FROM lot WHERE id = ?", number(lot)) == 0) {
            throw new CannotStart("It is of an item, a place or a lot that was made after the backup.");
        }
        String find = "SELECT COALESCE(MAX(p.id), 0) FROM cost_pool p JOIN item i ON i.id = p.item_id WHERE i.id = ? AND p.location_id = "
                + BookSetting.pooledAt("i", "?") + " AND p.lot_id = IF(i.costing = 'SPECIFIC', ?, 0)";
        if (count(find, item, location, lot) == 0) {
            insert("INSERT INTO cost_pool (id, item_id, location_id, lot_id) SELECT NEXT VALUE FOR entrepot_id, i.id, "
                    + BookSetting.pooledAt("i", "?") + ", IF(i.costing = 'SPECIFIC', ?, 0) FROM item i WHERE i.id = ?", location, lot, item);
        }
        return count(find, item, location, lot);
    }

    private long count(String sql, Object... values) throws SQLException {
        try (PreparedStatement query = book.prepareStatement(sql)) {
            bind(query, values);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = book.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
    }

    private long number(String text) {
        long number = Long.parseLong(text);
        largest = Math.max(largest, number);
        return number;
    }

    private static String field(List<String> record, int place) {
        return record == null || record.size() <= place ? null : record.get(place);
    }

    private static LocalDateTime moment(String text) {
        return LocalDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC);
    }

    private static byte[] bytes(String id) {
        return HexFormat.of().parseHex(id.replace("-", ""));
    }
}
