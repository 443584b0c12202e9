package entrepot.inventory.parallel.server;

import entrepot.inventory.ledger.server.BookSetting;
import entrepot.inventory.parallel.ValuationBook;
import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What a valuation book says beside the statutory one. Both sides are of the moment when an item was valued last. */
@Stateless
@RolesAllowed({"accountant", "auditor", "risk", "admin", "system"})
public class ParallelReport {

    @Inject
    private Figures figures;

    @Inject
    private BookTable table;

    /**
     * @param valuedAt UTC, or null before the first time
     * @param behind   items that moved since they were valued
     */
    public record Book(ValuationBook book, String madeBy, LocalDateTime valuedAt, long behind) {}

    /** An item that cannot be valued so: the statutory amounts stand in the book. */
    public record Fault(String sku, String fault) {}

    /**
     * Stock at the beginning and the end of a period, and the journal that takes the statutory books to this one.
     *
     * @param opening     at the end of the day before; its difference is the effect on opening equity (IAS 8.22)
     * @param adjustments by account, of the period alone; positive is a debit
     */
    public record Effect(LocalDate from, LocalDate to, Side opening, Side closing, List<Adjustment> adjustments) {}

    public record Side(Money statutory, Money book, Money difference) {}

    public record Adjustment(String account, String name, Money amount) {}

    public record StockRow(String sku, String name, String location, Money statutory, Money book, Money difference) {

        /** What to give as the place to go on after. */
        public String key() {
            return sku + "~" + location;
        }
    }

    public List<Book> books() {
        Map<Long, Long> behind = table.behind();
        return table.all().stream().map(row -> book(row, behind)).toList();
    }

    public Optional<Book> find(String code) {
        return table.find(code).map(row -> book(row, table.behind()));
    }

    private static Book book(BookTable.Row row, Map<Long, Long> behind) {
        return new Book(row.book(), row.madeBy(), row.valuedAt(), behind.getOrDefault(row.id(), 0L));
    }

    public List<Fault> faults(String code, int limit) {
        return figures.read(handle -> handle
                .createQuery("SELECT i.sku, b.fault FROM valuation_book_item b JOIN valuation_book v ON v.id = b.book_id"
                        + " JOIN item i ON i.id = b.item_id WHERE v.code = :code AND b.fault IS NOT NULL ORDER BY i.sku LIMIT :limit")
                .bind("code", code)
                .bind("limit", limit)
                .mapTo(Fault.class)
                .list());
    }

    public Effect effect(String code, LocalDate from, LocalDate to) {
        return figures.read(handle -> new Effect(from, to, side(handle, code, from.minusDays(1)), side(handle, code, to),
                adjustments(handle, code, from, to)));
    }

    private static Side side(Handle handle, String code, LocalDate day) {
        return handle.createQuery("SELECT COALESCE(SUM(e.amount - e.difference), 0) statutory, COALESCE(SUM(e.amount), 0) book,"
                        + " COALESCE(SUM(e.difference), 0) difference"
                        + " FROM valuation_book_entry e JOIN valuation_book v ON v.id = e.book_id WHERE v.code = :code AND e.business_date <= :day")
                .bind("code", code)
                .bind("day", day)
                .mapTo(Side.class)
                .one();
    }

    /** The inventory accounts take the difference, the account on the other side of each movement its opposite. */
    private static List<Adjustment> adjustments(Handle handle, String code, LocalDate from, LocalDate to) {
        String of = " FROM valuation_book_entry e JOIN valuation_book v ON v.id = e.book_id WHERE v.code = :code"
                + " AND e.business_date BETWEEN :from AND :to";
        return handle.createQuery("SELECT a.code account, a.name, s.amount FROM (SELECT account, SUM(amount) amount FROM ("
                        + "SELECT " + BookSetting.inventoryAccount("l.site_id") + " account, SUM(e.difference) amount"
                        + " FROM valuation_book_entry e JOIN valuation_book v ON v.id = e.book_id JOIN item i ON i.id = e.item_id"
                        + " JOIN location l ON l.id = e.location_id"
                        + " WHERE v.code = :code AND e.business_date BETWEEN :from AND :to GROUP BY account"
                        + " UNION ALL SELECT e.against_code, -SUM(e.difference)" + of + " AND e.against_code IS NOT NULL GROUP BY e.against_code"
                        + ") parts GROUP BY account HAVING SUM(amount) <> 0) s JOIN account a ON a.code = s.account ORDER BY a.code")
                .bind("code", code)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Adjustment.class)
                .list();
    }

    /** By SKU and location, where either has a value. @param after a {@link StockRow#key}, or null for the start */
    public List<StockRow> stock(String code, LocalDate asOf, String after, int limit) {
        String[] key = after == null ? new String[] {"", ""} : after.split("~", 2);
        return figures.read(handle -> {
            Query query = handle.createQuery("SELECT i.sku, i.name, l.code location, t.amount - t.difference statutory, t.amount book, t.difference"
                    + " FROM (SELECT e.item_id, b.site_id, SUM(e.amount) amount, SUM(e.difference) difference FROM valuation_book_entry e"
                    + " JOIN valuation_book v ON v.id = e.book_id JOIN location b ON b.id = e.location_id"
                    + " WHERE v.code = :code AND e.business_date <= :asOf GROUP BY e.item_id, b.site_id HAVING SUM(e.amount) <> 0 OR SUM(e.difference) <> 0) t"
                    + " JOIN item i ON i.id = t.item_id JOIN location l ON l.id = t.site_id"
                    + " WHERE i.sku >= :afterSku AND (i.sku > :afterSku OR l.code > :afterLocation) ORDER BY i.sku, l.code LIMIT :limit");
            return query.bind("code", code).bind("asOf", asOf).bind("afterSku", key[0])
                    .bind("afterLocation", key.length == 2 ? key[1] : "").bind("limit", limit)
                    .mapTo(StockRow.class).list();
        });
    }
}
