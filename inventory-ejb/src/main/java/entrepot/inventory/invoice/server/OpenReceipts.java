package entrepot.inventory.invoice.server;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.invoice.Delivery;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What came with receipts and stands as received and not invoiced: the lines of that account that are of a receipt, or of
 * what sent back, corrected, undid or charged it. A line that came in several lots is one of its order.
 */
@ApplicationScoped
public class OpenReceipts {

    private static final String RECEIPTS = "SELECT r.id, r.posting_seq, r.line_no, r.item_id, r.location_id, r.business_date, o.order_id,"
            + " o.line_no order_line FROM movement r JOIN posting p ON p.seq = r.posting_seq"
            + " LEFT JOIN (purchase_order_receipt o JOIN movement f ON f.id = o.movement_id)"
            + " ON o.posting_seq = r.posting_seq AND f.line_no = r.line_no";
    private static final String CHAIN = "WITH root AS (%s), chain AS (SELECT r.id root, r.id movement, r.posting_seq FROM root r"
            + " UNION ALL SELECT r.id, m.id, m.posting_seq FROM root r JOIN movement m FORCE INDEX (movement_source) ON m.source_movement_id = r.id"
            + " UNION ALL SELECT r.id, m.id, m.posting_seq FROM root r JOIN movement b FORCE INDEX (movement_source) ON b.source_movement_id = r.id"
            + " JOIN movement m FORCE INDEX (movement_source) ON m.source_movement_id = b.id),"
            + " touched AS (SELECT root, movement, posting_seq FROM chain"
            + " UNION SELECT c.root, c.movement, v.posting_seq FROM chain c JOIN value_entry v ON v.movement_id = c.movement),"
            + " owed AS (SELECT t.root, MAX(j.account_code) account, -SUM(j.amount) amount FROM touched t JOIN journal_line j"
            + " ON j.posting_seq = t.posting_seq AND j.movement_id = t.movement WHERE j.account_code IN"
            + " (SELECT account_code FROM account_role WHERE role = 'RECEIVED_NOT_INVOICED') GROUP BY t.root),"
            + " came AS (SELECT c.root, SUM(m.quantity) quantity FROM chain c JOIN movement m ON m.id = c.movement GROUP BY c.root),"
            + " settled AS (SELECT s.movement_id root, SUM(s.quantity) quantity, SUM(s.amount) amount FROM root r"
            + " JOIN invoice_settlement s ON s.movement_id = r.id"
            + " WHERE NOT EXISTS (SELECT 1 FROM posting u WHERE u.reverses_seq = s.posting_seq) GROUP BY s.movement_id)"
            + " SELECT r.id movement, r.item_id, i.sku, r.location_id, p.id receipt, r.line_no line, r.business_date `on`,"
            + " COALESCE(w.account, (SELECT account_code FROM account_mapping WHERE role = 'RECEIVED_NOT_INVOICED' AND category_id = 0 AND site_id = 0"
            + " ORDER BY valid_from DESC LIMIT 1)) account,"
            + " came.quantity came, came.quantity - COALESCE(settled.quantity, 0) open, COALESCE(w.amount, 0) - COALESCE(settled.amount, 0) value,"
            + " r.order_id `order`, po.number order_number, r.order_line, x.unit_cost agreed, po.supplier_id supplier, i.tax_code,"
            + " a.currency, a.rate, a.unit_price price"
            + " FROM root r JOIN posting p ON p.seq = r.posting_seq JOIN item i ON i.id = r.item_id LEFT JOIN owed w ON w.root = r.id"
            + " JOIN came ON came.root = r.id LEFT JOIN settled ON settled.root = r.id"
            + " LEFT JOIN purchase_order po ON po.id = r.order_id"
            + " LEFT JOIN foreign_amount a ON a.posting_seq = r.posting_seq AND a.line_no = r.line_no"
            + " LEFT JOIN purchase_order_line x ON x.order_id = r.order_id AND x.line_no = r.order_line"
            + " ORDER BY r.business_date, r.posting_seq, r.line_no";
    private static final String CAME = " WHERE r.kind = 'RECEIPT' AND r.quantity > 0 AND ";

    /** At most so many receipts are offered for an invoice. */
    private static final int MOST = 500;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    private record Row(
            long movement, long itemId, String sku, long locationId, UUID receipt, int line, LocalDate on, String account, long came,
            long open, long value, UUID order, String orderNumber, Integer orderLine, BigDecimal agreed, Long supplier, String taxCode,
            String currency, String rate, BigDecimal price) {

        Delivery delivery(Currency own) {
            Exchange paid = currency == null ? Exchange.none(own) : new Exchange(Currency.getInstance(currency), own, new BigDecimal(rate));
            return new Delivery(movement, new ItemId(itemId), sku, new LocationId(locationId), receipt, line, on, new Account(account),
                    new Quantity(came), new Quantity(open), new Money(value, own), order, orderNumber, orderLine, agreed, supplier, taxCode,
                    paid, price);
        }
    }

    /** Of these postings, the oldest first. */
    List<Delivery> ofReceipts(Collection<UUID> receipts) {
        return receipts.isEmpty() ? List.of() : read(RECEIPTS + CAME + "p.id IN (<keys>)", receipts.stream().map(Rows::bytes).toList());
    }

    /** Of all lines of these orders, the oldest first. */
    List<Delivery> ofOrders(Collection<UUID> orders) {
        return orders.isEmpty() ? List.of()
                : read(RECEIPTS + CAME + "o.order_id IN (<keys>)", orders.stream().map(Rows::bytes).toList());
    }

    /** What came from a supplier, ordered or not, and is not settled to the last unit. @param supplier row number */
    List<Delivery> ofSupplier(long supplier) {
        String sql = RECEIPTS + " JOIN item i ON i.id = r.item_id LEFT JOIN purchase_order po ON po.id = o.order_id" + CAME
                + "COALESCE(po.supplier_id, i.supplier_id) IN (<keys>) AND r.quantity <> COALESCE((SELECT SUM(s.quantity) FROM"
                + " invoice_settlement s WHERE s.movement_id = r.id AND NOT EXISTS (SELECT 1 FROM posting u WHERE u.reverses_seq ="
                + " s.posting_seq)), 0) + COALESCE((SELECT -SUM(b.quantity) FROM movement b FORCE INDEX (movement_source) WHERE b.source_movement_id = r.id), 0)"
                + " ORDER BY r.business_date, r.posting_seq LIMIT " + MOST;
        return read(sql, List.of(supplier)).stream().filter(delivery -> !delivery.open().isZero()).toList();
    }

    private List<Delivery> read(String roots, List<?> keys) {
        Currency currency = companies.company().currency();
        return database.jdbi().withHandle(handle -> handle.createQuery(CHAIN.formatted(roots)).bindList("keys", keys)
                .mapTo(Row.class).map(row -> row.delivery(currency)).list());
    }
}
