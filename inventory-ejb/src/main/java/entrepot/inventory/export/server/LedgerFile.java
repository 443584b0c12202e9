package entrepot.inventory.export.server;

import entrepot.inventory.export.ChartLine;
import entrepot.inventory.export.LedgerEntries;
import entrepot.inventory.export.LedgerFormat;
import entrepot.inventory.export.LedgerRow;
import entrepot.inventory.ledger.server.BookSetting;
import entrepot.inventory.stock.server.SealBound;
import entrepot.kernel.Money;
import entrepot.platform.company.Company;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The ledger of a period with its goods, as another bookkeeping reads it. One walk through the journal, day by day. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin"})
public class LedgerFile {

    private static final String KNOWN = " JOIN (SELECT 1) known_at ON TRUE" + SealBound.sealed("%1$s");
    private static final String ROOT = " JOIN movement r ON r.id ="
            + " IF(m.basis IN ('CHARGE', 'CORRECTED', 'RECOUNTED'), m.source_movement_id, m.id)";
    private static final String STOCK = "SELECT account_code FROM account_role WHERE role = 'INVENTORY'";
    private static final String ROWS = "SELECT j.business_date day, COALESCE(r.posting_seq, j.posting_seq) seq, COALESCE(r.line_no, -1) line,"
            + " j.account_code account, j.account_code IN (" + STOCK + ") stock, j.amount, 0 quantity, r.id movement"
            + " FROM journal_line j" + KNOWN.formatted("j") + " LEFT JOIN (movement m" + ROOT + ") ON m.id = j.movement_id"
            + " WHERE j.business_date <= :to UNION ALL SELECT m.business_date, r.posting_seq, r.line_no, NULL, FALSE, 0, m.quantity, r.id"
            + " FROM movement m" + KNOWN.formatted("m") + ROOT + " WHERE m.business_date <= :to AND m.quantity <> 0";
    private static final String NAMED = "SELECT x.day, x.seq, x.line, x.account, x.stock, x.amount, x.quantity, p.id posting, p.kind,"
            + " p.reference, x.movement, r.quantity moved, r.basis, r.source_movement_id `from`, r.pool_id pool, COALESCE(l.code, g.code) place, i.id item,"
            + " i.sku, i.costing flow, " + BookSetting.inventoryAccount("l.site_id")
            + " otherwise FROM (" + ROWS + ") x"
            + " JOIN posting p ON p.seq = x.seq LEFT JOIN movement r ON r.id = x.movement LEFT JOIN item i ON i.id = r.item_id"
            + " LEFT JOIN cost_pool c ON c.id = r.pool_id LEFT JOIN location l ON l.id = c.location_id"
            + " LEFT JOIN location_group g ON g.id = c.location_id"
            + " ORDER BY x.day, x.seq, x.line, x.movement";
    private static final int FETCHED = 1000;

    @Inject
    private Figures figures;

    @Inject
    private CompanyFile companies;

    /** @param knownAt a seal, or null for the last there is; @param out takes the text in pieces */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(LedgerFormat.Name name, LocalDate from, LocalDate to, Long knownAt, Consumer<String> out) {
        Company company = companies.company();
        Money nothing = Money.zero(company.currency());
        figures.read(handle -> {
            long seal = knownAt == null ? lastSeal(handle) : knownAt;
            LedgerFormat format = name.format(new LedgerFormat.Period(company.name(), from, to, seal), chart(handle), nothing);
            out.accept(format.head());
            LedgerEntries entries = new LedgerEntries(nothing, entry -> out.accept(format.entry(entry)));
            SealBound.of(handle, seal).bind(handle.createQuery(NAMED)).setFetchSize(FETCHED).bind("to", to).mapTo(LedgerRow.class).forEach(entries::add);
            entries.end();
            out.accept(format.end());
            return null;
        });
    }

    private static long lastSeal(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM seal").mapTo(long.class).one();
    }

    private static List<ChartLine> chart(Handle handle) {
        return handle.createQuery("SELECT code, name, kind, TRUE fresh FROM account ORDER BY code").mapTo(ChartLine.class).list();
    }
}
