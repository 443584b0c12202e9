package entrepot.inventory.opening.server;

import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.ledger.server.BookSetting;
import entrepot.inventory.opening.KnownCodes;
import entrepot.inventory.opening.OpeningFinding;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.book.Account;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** The rows of opening imports. */
@ApplicationScoped
public class OpeningTable {

    /** Findings that are kept of one; all are counted. */
    static final int KEPT = 1000;

    private static final String HEAD = "SELECT o.id, o.row_no, o.business_date, IF(u.id IS NULL, o.status, 'UNDONE') status, LENGTH(o.stock) stock_bytes,"
            + " LENGTH(o.trial_balance) trial_bytes, o.stock_rows, o.stock_value, o.findings, o.job_id, o.made_by, o.made_at FROM opening_import o"
            + " LEFT JOIN posting p ON p.id = o.id LEFT JOIN posting u ON u.reverses_seq = p.seq";

    @Inject
    private Database database;

    /** Where one stands. */
    public enum Status {
        NEW,
        CHECKED,
        REFUSED,
        POSTED,
        UNDONE
    }

    /** @param stockBytes null where the file did not come yet, likewise {@code trialBytes} */
    public record Head(
            UUID id, long rowNo, LocalDate businessDate, Status status, Long stockBytes, Long trialBytes, Integer stockRows, Long stockValue,
            Integer findings, Long jobId, String madeBy, LocalDateTime madeAt) {}

    record Files(String stock, String trialBalance) {}

    boolean add(UUID id, long row, LocalDate day, String by, LocalDateTime now) {
        return database.jdbi().withHandle(handle -> handle.execute("INSERT IGNORE INTO opening_import (id, row_no, business_date, status, made_by,"
                + " made_at) VALUES (?, ?, ?, 'NEW', ?, ?)", id, row, day, by, now)) == 1;
    }

    Optional<Head> find(UUID id) {
        return database.jdbi().withHandle(handle -> handle.createQuery(HEAD + " WHERE o.id = ?").bind(0, id).mapTo(Head.class).findOne());
    }

    /** Newest first. */
    List<Head> list(long before, int limit) {
        return database.jdbi().withHandle(handle -> handle.createQuery(HEAD + " WHERE o.row_no < ? ORDER BY o.row_no DESC LIMIT ?")
                .bind(0, before).bind(1, limit).mapTo(Head.class).list());
    }

    /** Another one that stands. */
    Optional<UUID> opened(UUID but) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT o.id FROM opening_import o JOIN posting p ON p.id = o.id"
                + " WHERE o.id <> ? AND NOT EXISTS (SELECT 1 FROM posting u WHERE u.reverses_seq = p.seq) LIMIT 1")
                .bind(0, but).mapTo(UUID.class).findOne());
    }

    /** @return false where it is posted */
    boolean keep(UUID id, OpeningFinding.File file, String text) {
        String column = file == OpeningFinding.File.STOCK ? "stock" : "trial_balance";
        return database.jdbi().withHandle(handle -> handle.execute("UPDATE opening_import SET " + column + " = ?, status = 'NEW', findings = NULL,"
                + " stock_rows = NULL, stock_value = NULL WHERE id = ? AND status <> 'POSTED'", text, id)) == 1;
    }

    Files files(UUID id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT stock, trial_balance FROM opening_import WHERE id = ?")
                .bind(0, id).mapTo(Files.class).one());
    }

    void job(UUID id, long job) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE opening_import SET job_id = ? WHERE id = ?", job, id));
    }

    void checked(UUID id, int rows, Long value, List<OpeningFinding> findings) {
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM opening_finding WHERE import_id = ?", id);
            Batch.execute(handle, "INSERT INTO opening_finding (import_id, place, file, line_no, code, detail) VALUES (?, ?, ?, ?, ?, ?)",
                    IntStream.range(0, Math.min(KEPT, findings.size())).mapToObj(place -> new Object[] {
                        id, place, findings.get(place).file().name(), findings.get(place).line(), findings.get(place).code(),
                        cut(findings.get(place).detail())
                    }));
            handle.execute("UPDATE opening_import SET status = ?, stock_rows = ?, stock_value = ?, findings = ? WHERE id = ? AND status <> 'POSTED'",
                    findings.isEmpty() ? "CHECKED" : "REFUSED", rows, value, findings.size(), id);
        });
    }

    private static String cut(String text) {
        return text.length() <= 400 ? text : text.substring(0, 399) + "…";
    }

    void posted(UUID id) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE opening_import SET status = 'POSTED' WHERE id = ?", id));
    }

    /** @param after place of the last one shown, or -1 */
    List<Found> findings(UUID id, int after, int limit) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT place, file, line_no line, code, detail FROM opening_finding"
                + " WHERE import_id = ? AND place > ? ORDER BY place LIMIT ?").bind(0, id).bind(1, after).bind(2, limit).mapTo(Found.class).list());
    }

    /** A finding with its place in the list. */
    public record Found(int place, OpeningFinding.File file, Long line, String code, String detail) {}

    KnownCodes codes() {
        return database.jdbi().withHandle(handle -> new KnownCodes(items(handle), locations(handle),
                accounts(handle, "SELECT code FROM account WHERE active"),
                accounts(handle, "SELECT DISTINCT account_code FROM account_mapping WHERE role = 'INVENTORY'")));
    }

    private static Map<String, KnownCodes.Item> items(Handle handle) {
        Map<String, KnownCodes.Item> items = new HashMap<>();
        Map<String, Map<LocationId, Account>> elsewhere = elsewhere(handle);
        handle.createQuery("SELECT i.sku, i.id, " + BookSetting.inventoryAccount("0") + ", i.tracking, i.perishable FROM item i WHERE i.active")
                .map((row, context) -> items.put(row.getString(1), new KnownCodes.Item(new ItemId(row.getLong(2)), row.getString(1),
                        new Account(row.getString(3)), elsewhere.getOrDefault(row.getString(1), Map.of()), Tracking.valueOf(row.getString(4)), row.getBoolean(5))))
                .list();
        return items;
    }

    /** Of sites that have accounts of stock of their own. */
    private static Map<String, Map<LocationId, Account>> elsewhere(Handle handle) {
        Map<String, Map<LocationId, Account>> elsewhere = new HashMap<>();
        handle.createQuery("SELECT i.sku, l.id, " + BookSetting.inventoryAccount("l.site_id") + " FROM item i JOIN location l WHERE i.active"
                        + " AND l.site_id IN (SELECT site_id FROM account_mapping WHERE role = 'INVENTORY' AND site_id <> 0)")
                .map((row, context) -> elsewhere.computeIfAbsent(row.getString(1), first -> new HashMap<>())
                        .put(new LocationId(row.getLong(2)), new Account(row.getString(3))))
                .list();
        return elsewhere;
    }

    private static Map<String, LocationId> locations(Handle handle) {
        Map<String, LocationId> locations = new HashMap<>();
        handle.createQuery("SELECT code, id FROM location WHERE active")
                .map((row, context) -> locations.put(row.getString(1), new LocationId(row.getLong(2)))).list();
        return locations;
    }

    private static Set<Account> accounts(Handle handle, String sql) {
        return Set.copyOf(handle.createQuery(sql).mapTo(String.class).map(Account::new).set());
    }
}
