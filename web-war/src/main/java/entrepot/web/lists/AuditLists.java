package entrepot.web.lists;

import entrepot.inventory.check.server.SealReport;
import entrepot.inventory.check.server.SealedPosting;
import entrepot.inventory.journal.server.JournalFilter;
import entrepot.inventory.journal.server.JournalReport;
import entrepot.inventory.journal.server.JournalRow;
import entrepot.inventory.ledger.PostingKind;
import entrepot.platform.account.SecurityEvent;
import entrepot.platform.account.SecurityReport;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.PriceTable;
import entrepot.web.page.Asked;
import entrepot.web.page.Days;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The journal; who posted, who changed prices, who came in. */
@ApplicationScoped
public class AuditLists implements ListFile.Source {

    @EJB
    private JournalReport journal;

    @EJB
    private SealReport seals;

    @EJB
    private PriceRecords prices;

    @EJB
    private SecurityReport security;

    @Inject
    private Days days;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("journal", List.of("business date", "kind", "reference", "account", "account name", "sku", "location", "debit",
                        "credit", "posting"), this::journal),
                new ListFile("audit-postings", List.of("seal", "recorded at (UTC)", "by", "kind", "reference", "reason", "hash", "posting"),
                        this::postings),
                new ListFile("audit-prices", List.of("from (UTC)", "by", "cause", "sku", "before", "price", "base price", "reason"), this::prices),
                new ListFile("audit-security", List.of("at (UTC)", "account", "event", "address", "detail"), this::security));
    }

    private void journal(Map<String, String> asked, Sheet sheet) {
        JournalFilter filter = new JournalFilter(Asked.text(asked.get("account")), Asked.day(asked.get("from")), Asked.day(asked.get("to")),
                null, Asked.text(asked.get("sku")));
        ListFile.each(sheet, (after, limit) -> journal.lines(filter, after, limit), JournalRow::key,
                row -> new Object[] {row.businessDate(), row.kind(), row.reference(), row.account(), row.accountName(), row.sku(),
                        row.location(), row.debit(), row.credit(), row.posting()});
    }

    private void postings(Map<String, String> asked, Sheet sheet) {
        SealReport.Filter filter = new SealReport.Filter(Asked.oneOf(asked.get("kind"), PostingKind.class), Asked.text(asked.get("actor")),
                days.begin(asked.get("from")), days.end(asked.get("to")));
        ListFile.each(sheet, (after, limit) -> seals.postings(filter, before(after), limit), SealedPosting::number,
                row -> new Object[] {row.number(), row.recordedAt(), row.actor(), row.kind(), row.reference(), row.reason(), row.hash(),
                        row.posting()});
    }

    private void prices(Map<String, String> asked, Sheet sheet) {
        PriceRecords.Filter filter = new PriceRecords.Filter(Asked.oneOf(asked.get("kind"), PriceTable.Cause.class),
                Asked.text(asked.get("actor")), null, days.begin(asked.get("from")), days.end(asked.get("to")));
        ListFile.each(sheet, (after, limit) -> prices.changes(filter, before(after), limit), PriceRecords.Entry::id,
                row -> new Object[] {row.from(), row.actor(), row.cause(), row.sku(), row.before(), row.price(), row.basePrice(),
                        String.join(" ", row.words())});
    }

    private void security(Map<String, String> asked, Sheet sheet) {
        SecurityReport.Filter filter = new SecurityReport.Filter(Asked.oneOf(asked.get("kind"), SecurityEvent.class),
                Asked.text(asked.get("actor")), days.begin(asked.get("from")), days.end(asked.get("to")));
        ListFile.each(sheet, (after, limit) -> security.list(filter, before(after), limit), SecurityReport.Line::id,
                row -> new Object[] {row.at(), row.account(), row.event(), row.address(), row.detail()});
    }

    private static long before(String after) {
        return after == null ? Long.MAX_VALUE : Long.parseLong(after);
    }
}
