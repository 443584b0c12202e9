package entrepot.inventory.statement.server;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.subtotal.server.RoleBalance;
import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What was received and not invoiced, by supplier and age: the lines of its account, each put to the receipt that it is of.
 * What went back, was corrected or undone reduces its own receipt.
 */
@Stateless
@RolesAllowed({"buyer", "accountant", "auditor", "admin", "system"})
public class UninvoicedReport {

    private static final String OPEN = "SELECT r.posting_seq seq, COALESCE(os.code, ts.code) supplier, COALESCE(os.name, ts.name) name,"
            + " r.business_date day, -j.amount open FROM journal_line j LEFT JOIN movement m ON m.id = COALESCE(j.movement_id, j.settles_id)"
            + " LEFT JOIN movement b ON b.id = m.source_movement_id LEFT JOIN movement r ON r.id = COALESCE(b.source_movement_id, b.id, m.id)"
            + " LEFT JOIN item i ON i.id = r.item_id LEFT JOIN supplier ts ON ts.id = i.supplier_id"
            + " LEFT JOIN (purchase_order_receipt o JOIN movement f ON f.id = o.movement_id)"
            + " ON o.posting_seq = r.posting_seq AND f.line_no = r.line_no LEFT JOIN purchase_order po ON po.id = o.order_id"
            + " LEFT JOIN supplier os ON os.id = po.supplier_id"
            + " WHERE j.account_code IN (SELECT account_code FROM account_role WHERE role = 'RECEIVED_NOT_INVOICED') AND j.business_date <= :asOf";

    @Inject
    private Figures figures;

    /** @param code null for what no supplier is known of; @param days30 up to 30 days old, and so on */
    public record Supplier(String code, String name, Money days30, Money days60, Money days90, Money older, Money total) {}

    /** @param account what the account says: the total, or the book is broken */
    public record Found(Money total, Money account, List<Supplier> suppliers) {
        public boolean ties() {
            return total.equals(account);
        }
    }

    /** @param open what of the receipt is not invoiced; below zero where more went back than came */
    public record Receipt(UUID posting, long seq, PostingKind kind, String reference, LocalDate businessDate, int days, String supplier, Money open) {

        /** What to give as the place to go on after. */
        public String key() {
            return businessDate + "~" + seq;
        }
    }

    public Found find(LocalDate asOf) {
        return figures.read(handle -> {
            List<Supplier> suppliers = suppliers(handle, asOf);
            Money account = RoleBalance.of(handle, AccountRole.RECEIVED_NOT_INVOICED.name(), asOf).negated();
            return new Found(suppliers.stream().map(Supplier::total).reduce(Money.zero(account.currency()), Money::plus), account, suppliers);
        });
    }

    private static List<Supplier> suppliers(Handle handle, LocalDate asOf) {
        return handle.createQuery("SELECT x.supplier code, x.name, " + aged("age <= 30", "days30") + aged("age BETWEEN 31 AND 60", "days60")
                        + aged("age BETWEEN 61 AND 90", "days90") + aged("age > 90 OR age IS NULL", "older") + " SUM(x.open) total"
                        + " FROM (SELECT o.*, DATEDIFF(:asOf, o.day) age FROM (" + OPEN + ") o) x GROUP BY 1, 2 HAVING SUM(x.open) <> 0 ORDER BY 1")
                .bind("asOf", asOf)
                .mapTo(Supplier.class)
                .list();
    }

    private static String aged(String which, String name) {
        return "SUM(IF(" + which + ", x.open, 0)) " + name + ",";
    }

    /** Oldest first. @param supplier code, or null for all; @param after a {@link Receipt#key}, or null for the start */
    public List<Receipt> receipts(LocalDate asOf, String supplier, String after, int limit) {
        String[] key = after == null ? new String[] {"0001-01-01", "0"} : after.split("~", 2);
        return figures.read(handle -> {
            Query query = handle.createQuery("SELECT p.id posting, p.seq, p.kind, p.reference, x.day business_date, DATEDIFF(:asOf, x.day) days,"
                    + " x.supplier, SUM(x.open) open FROM (" + OPEN + ") x JOIN posting p ON p.seq = x.seq"
                    + " WHERE (:supplier IS NULL OR x.supplier = :supplier) AND (x.day, p.seq) > (:afterDay, :afterSeq)"
                    + " GROUP BY p.id, p.seq, p.kind, p.reference, x.day, x.supplier HAVING SUM(x.open) <> 0 ORDER BY x.day, p.seq LIMIT :limit");
            return query.bind("asOf", asOf)
                    .bind("supplier", supplier)
                    .bind("afterDay", LocalDate.parse(key[0]))
                    .bind("afterSeq", Long.parseLong(key[1]))
                    .bind("limit", limit)
                    .mapTo(Receipt.class)
                    .list();
        });
    }
}
