package entrepot.inventory.payable.server;

import entrepot.inventory.exchange.server.RateTable;
import entrepot.inventory.payable.ClosingRate;
import entrepot.inventory.payable.OpenInvoice;
import entrepot.kernel.Money;
import entrepot.kernel.book.Account;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Posted invoices and credit notes in other currencies that were not undone, with what they stand at. */
@ApplicationScoped
public class PayableTable {

    private static final String UNDONE = "EXISTS (SELECT 1 FROM posting u WHERE u.reverses_seq = p.seq AND u.business_date <= :day)";
    private static final String STANDS = " NOT " + UNDONE;
    /** What was undone owes nothing, and stands at what was revalued of it. */
    private static final String OPEN = "SELECT p.seq posting, s.code supplier, v.number, v.invoice_date date, a.currency,"
            + " IF(" + UNDONE + ", 0, a.amount) owed, IF(" + UNDONE + ", 0, -SUM(j.amount)) + COALESCE((SELECT SUM(r.difference) FROM payable_revaluation r JOIN posting p ON p.seq = r.posting_seq"
            + " WHERE r.invoice_seq = a.posting_seq AND p.business_date <= :day AND" + STANDS + "), 0) carried, MIN(j.account_code) account,"
            + " (SELECT MAX(p.business_date) FROM payable_revaluation r JOIN posting p ON p.seq = r.posting_seq WHERE r.invoice_seq = a.posting_seq"
            + " AND NOT EXISTS (SELECT 1 FROM posting u WHERE u.reverses_seq = p.seq)) revalued"
            + " FROM posting p JOIN foreign_amount a ON a.posting_seq = p.seq AND a.line_no = -1"
            + " JOIN supplier_invoice v ON v.posting_id = p.id JOIN supplier s ON s.id = v.supplier_id"
            + " JOIN journal_line j ON j.posting_seq = p.seq AND j.account_code IN"
            + " (SELECT account_code FROM account_role WHERE role = 'PAYABLE')"
            + " WHERE p.kind IN ('INVOICE', 'CREDIT_NOTE') AND p.business_date <= :day AND (:currency IS NULL OR a.currency = :currency)"
            + " GROUP BY p.seq, s.code, v.number, v.invoice_date,"
            + " a.currency, a.amount, a.posting_seq HAVING owed <> 0 OR carried <> 0 ORDER BY p.seq";

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private RateTable rates;

    private record Row(long posting, String supplier, String number, LocalDate date, String currency, long owed, long carried, String account,
            LocalDate revalued) {

        OpenInvoice open(Currency book) {
            return new OpenInvoice(posting, supplier, number, date, new Money(owed, Currency.getInstance(currency)), new Money(carried, book),
                    new Account(account), revalued);
        }
    }

    /** As it stands at the end of the day. @param currency code, or null for all */
    public ClosingRate on(LocalDate day, String currency) {
        Currency book = companies.company().currency();
        List<OpenInvoice> open = database.jdbi().withHandle(handle -> handle.createQuery(OPEN).bind("day", day)
                .bind("currency", currency).mapTo(Row.class).map(row -> row.open(book)).list());
        return new ClosingRate(day, open, rates.book(open.stream().map(one -> one.owed().currency()).toList()));
    }
}
