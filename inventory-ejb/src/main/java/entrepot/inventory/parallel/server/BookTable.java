package entrepot.inventory.parallel.server;

import entrepot.inventory.ledger.server.OtherCosting;
import entrepot.inventory.ledger.server.OtherCosting.Valued;
import entrepot.inventory.parallel.ValuationBook;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.LateCost;
import entrepot.inventory.valuation.Unvaluable;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Valuation books and what movements are worth in them. */
@ApplicationScoped
class BookTable {

    private static final String SELECT = "SELECT id, code, name, costing, average_period, late_cost, made_by, made_at, valued_at FROM valuation_book";
    private static final String BEHIND = " FROM valuation_book v CROSS JOIN (SELECT m.item_id, m.movements, COALESCE(e.entries, 0) entries"
            + " FROM (SELECT item_id, COUNT(*) movements FROM movement GROUP BY item_id) m"
            + " LEFT JOIN (SELECT item_id, COUNT(*) entries FROM value_entry GROUP BY item_id) e ON e.item_id = m.item_id) c"
            + " LEFT JOIN valuation_book_item b ON b.book_id = v.id AND b.item_id = c.item_id"
            + " WHERE (b.item_id IS NULL OR b.movements <> c.movements OR b.entries <> c.entries)";
    private static final int LONGEST_FAULT = 400;

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Inject
    private OtherCosting costing;

    record Row(
            long id, String code, String name, CostFlow costing, AveragePeriod averagePeriod, LateCost lateCost, String madeBy,
            LocalDateTime madeAt, LocalDateTime valuedAt) {

        ValuationBook book() {
            return new ValuationBook(code, name, costing, averagePeriod, lateCost);
        }
    }

    /** An item whose movements or entries are not those it was valued by. */
    record Behind(long item, long movements, long entries) {}

    List<Row> all() {
        return database.jdbi().withHandle(handle -> handle.createQuery(SELECT + " ORDER BY code").mapTo(Row.class).list());
    }

    Optional<Row> find(String code) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(SELECT + " WHERE code = ?").bind(0, code).mapTo(Row.class).findOne());
    }

    /** @return false where the code is taken */
    boolean add(ValuationBook book, String by) {
        return database.jdbi().withHandle(handle -> handle.execute("INSERT IGNORE INTO valuation_book (id, code, name, costing,"
                        + " average_period, late_cost, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ids.next(), book.code(), book.name(),
                book.costing().name(), book.averagePeriod().name(), book.lateCost().name(), by, now())) == 1;
    }

    List<Behind> behind(long book) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT c.item_id item, c.movements, c.entries" + BEHIND + " AND v.id = ? ORDER BY c.item_id")
                .bind(0, book)
                .mapTo(Behind.class)
                .list());
    }

    /** How many items are behind, by book; one that is up to date is not among them. */
    Map<Long, Long> behind() {
        Map<Long, Long> behind = new HashMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery("SELECT v.id, COUNT(*)" + BEHIND + " GROUP BY v.id")
                .map((row, context) -> behind.put(row.getLong(1), row.getLong(2)))
                .list());
        return behind;
    }

    /** Values all movements of an item. @return why the statutory amounts stand in the book instead, or null */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public String value(Row book, Behind item) {
        return database.jdbi().withHandle(handle -> {
            List<Valued> valued;
            String fault = null;
            try {
                valued = costing.of(handle, item.item(), book.book()::of);
            } catch (Unvaluable impossible) {
                valued = costing.statutory(handle, item.item());
                fault = cut(impossible.getMessage());
            }
            write(handle, book.id(), item, valued, fault);
            return fault;
        });
    }

    private static void write(Handle handle, long book, Behind item, List<Valued> valued, String fault) {
        handle.execute("DELETE FROM valuation_book_entry WHERE book_id = ? AND item_id = ?", book, item.item());
        Batch.execute(handle, "INSERT INTO valuation_book_entry (book_id, item_id, location_id, business_date, movement_id, amount, difference,"
                        + " against_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                valued.stream().map(one -> new Object[] {book, item.item(), one.location(), one.day(), one.movement(), one.amount().minor(),
                    one.amount().minus(one.statutory()).minor(), one.against() == null ? null : one.against().code()}));
        handle.execute("REPLACE INTO valuation_book_item (book_id, item_id, movements, entries, fault) VALUES (?, ?, ?, ?, ?)",
                book, item.item(), item.movements(), item.entries(), fault);
    }

    void valued(long book) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE valuation_book SET valued_at = ? WHERE id = ?", now(), book));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_FAULT ? text : text.substring(0, LONGEST_FAULT - 1) + "…";
    }
}
