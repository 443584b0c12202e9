package entrepot.inventory.journal.server;

import entrepot.inventory.subtotal.server.Subtotals;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** The journal, line by line, and the balance of every account. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class JournalReport {

    @Inject
    private Figures figures;

    /** Newest posting first, its lines in order. @param after a {@link JournalRow#key}, or null for the start */
    public List<JournalRow> lines(JournalFilter filter, String after, int limit) {
        String[] key = after == null ? new String[] {"9999-12-31", "0", "0"} : after.split("~", 3);
        return figures.read(handle -> {
            Query query = handle.createQuery("SELECT p.id posting, p.seq, j.line_no line, j.business_date, p.kind, p.reference,"
                    + " j.account_code account, a.name account_name, j.amount, i.sku, l.code location" + from(filter)
                    + " LEFT JOIN account a ON a.code = j.account_code LEFT JOIN movement m ON m.id = j.movement_id"
                    + " LEFT JOIN item i ON i.id = m.item_id LEFT JOIN location l ON l.id = m.location_id"
                    + " WHERE (:account IS NULL OR j.account_code = :account) AND (:posting IS NULL OR p.id = :posting)"
                    + " AND (:sku IS NULL OR i.sku = :sku) AND (:from IS NULL OR p.business_date >= :from)"
                    + " AND (:to IS NULL OR p.business_date <= :to) AND p.business_date <= :afterDate"
                    + " AND (p.business_date < :afterDate OR p.seq < :afterSeq OR (p.seq = :afterSeq AND j.line_no > :afterLine))"
                    + " ORDER BY p.business_date DESC, p.seq DESC, j.line_no LIMIT :limit");
            return query.bind("account", filter.account())
                    .bind("posting", filter.posting())
                    .bind("sku", filter.sku())
                    .bind("from", filter.from())
                    .bind("to", filter.to())
                    .bind("afterDate", LocalDate.parse(key[0]))
                    .bind("afterSeq", Long.parseLong(key[1]))
                    .bind("afterLine", Integer.parseInt(key[2]))
                    .bind("limit", limit)
                    .mapTo(JournalRow.class)
                    .list();
        });
    }

    /** All postings in the order of their dates, so that a page costs a page; few of them by whatever finds them. */
    private static String from(JournalFilter filter) {
        boolean all = filter.posting() == null && filter.sku() == null && filter.account() == null;
        return " FROM posting p" + (all ? " STRAIGHT_JOIN" : " JOIN") + " journal_line j ON j.posting_seq = p.seq";
    }

    /** Every account that was ever used, with all postings up to a day. */
    public List<TrialBalanceRow> trialBalance(LocalDate asOf) {
        return figures.read(handle -> {
            Subtotals known = Subtotals.of(handle, null);
            return known.bind(handle.createQuery("SELECT j.account_code account, a.name, a.kind, SUM(j.amount) balance FROM " + known.journal() + " j"
                            + " LEFT JOIN account a ON a.code = j.account_code WHERE j.business_date <= :asOf"
                            + " GROUP BY j.account_code, a.name, a.kind ORDER BY j.account_code"))
                    .bind("asOf", asOf)
                    .mapTo(TrialBalanceRow.class)
                    .list();
        });
    }
}
