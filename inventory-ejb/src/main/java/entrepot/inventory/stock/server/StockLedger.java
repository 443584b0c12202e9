package entrepot.inventory.stock.server;

import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Why a figure of stock is what it is: every movement of an item, with the balance it left. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class StockLedger {

    private static final String SCOPE =
            " WHERE m.item_id = (SELECT id FROM item WHERE sku = :sku) AND (:location IS NULL OR l.code = :location"
            + " OR l.of_site = (SELECT id FROM location WHERE code = :location))";

    @Inject
    private Figures figures;

    /**
     * Newest first.
     *
     * @param location code, or null for all locations together
     * @param from     first business date, or null
     * @param to       last business date, or null
     * @param after    a {@link StockLedgerRow#key}, or null for the start
     */
    public List<StockLedgerRow> rows(String sku, String location, LocalDate from, LocalDate to, String after, int limit) {
        String[] key = after == null ? new String[] {"9999-12-31", "0"} : after.split("~", 2);
        return figures.read(handle -> {
            Query query = handle.createQuery("SELECT p.id posting, m.id movement, m.kind, m.business_date, p.recorded_at,"
                    + " p.reference, p.reason, p.source, p.actor, l.code location, m.quantity, 0 balance,"
                    + " COALESCE((SELECT SUM(v.amount) FROM value_entry v WHERE v.movement_id = m.id), 0) value,"
                    + " o.id reverses, r.id reversed_by, m.pieces FROM movement m JOIN location l ON l.id = m.location_id"
                    + " JOIN posting p ON p.seq = m.posting_seq LEFT JOIN posting o ON o.seq = p.reverses_seq"
                    + " LEFT JOIN posting r ON r.reverses_seq = p.seq" + SCOPE
                    + " AND (:from IS NULL OR m.business_date >= :from) AND (:to IS NULL OR m.business_date <= :to)"
                    + " AND m.business_date <= :afterDate AND (m.business_date < :afterDate OR m.id < :afterId)"
                    + " ORDER BY m.business_date DESC, m.id DESC LIMIT :limit");
            List<StockLedgerRow> rows = query.bind("sku", sku)
                    .bind("location", location)
                    .bind("from", from)
                    .bind("to", to)
                    .bind("afterDate", LocalDate.parse(key[0]))
                    .bind("afterId", Long.parseLong(key[1]))
                    .bind("limit", limit)
                    .mapTo(StockLedgerRow.class)
                    .list();
            return rows.isEmpty() ? rows : balanced(rows, balanceAfter(handle, sku, location, rows.get(0)));
        });
    }

    private static Quantity balanceAfter(Handle handle, String sku, String location, StockLedgerRow row) {
        return handle.createQuery("SELECT SUM(m.quantity) FROM movement m JOIN location l ON l.id = m.location_id" + SCOPE
                        + " AND m.business_date <= :date AND (m.business_date < :date OR m.id <= :id)")
                .bind("sku", sku)
                .bind("location", location)
                .bind("date", row.businessDate())
                .bind("id", row.movement())
                .mapTo(Quantity.class)
                .one();
    }

    private static List<StockLedgerRow> balanced(List<StockLedgerRow> newestFirst, Quantity balance) {
        List<StockLedgerRow> rows = new ArrayList<>();
        Quantity after = balance;
        for (StockLedgerRow row : newestFirst) {
            rows.add(row.after(after));
            after = after.minus(row.quantity());
        }
        return rows;
    }
}
