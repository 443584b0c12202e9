package entrepot.inventory.invoice.server;

import entrepot.inventory.invoice.PriceTolerance;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;

/** How much more than agreed is paid without asking: the company's rule, and those of suppliers that differ. */
@Stateless
@RolesAllowed({"buyer", "accountant", "auditor", "admin"})
public class ToleranceDesk {

    @Inject
    private Database database;

    @Inject
    private InvoiceTable invoices;

    /** @param supplier code, or null for all that have none of their own */
    public record Rule(String supplier, BigDecimal share, BigDecimal amount) {}

    public List<Rule> all() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT s.code supplier, t.share, t.amount FROM price_tolerance t LEFT JOIN supplier s ON s.id = t.supplier_id"
                        + " ORDER BY t.supplier_id").mapTo(Rule.class).list());
    }

    /** @throws InvoiceRefused where there is no such supplier */
    @RolesAllowed({"accountant", "admin"})
    public void set(String supplier, PriceTolerance tolerance) {
        long row = row(supplier);
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO price_tolerance (supplier_id, share, amount) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE share = VALUES(share), amount = VALUES(amount), version = version + 1",
                row, tolerance.share(), tolerance.amount()));
    }

    /** The company's rule holds for the supplier again. */
    @RolesAllowed({"accountant", "admin"})
    public void drop(String supplier) {
        long row = row(supplier);
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM price_tolerance WHERE supplier_id = ? AND supplier_id <> 0", row));
    }

    private long row(String supplier) {
        return supplier == null ? 0 : invoices.supplier(supplier)
                .orElseThrow(() -> InvoiceRefused.of(InvoiceRefused.Why.MISSING, "not-found", "no supplier '" + supplier + "'")).id();
    }
}
