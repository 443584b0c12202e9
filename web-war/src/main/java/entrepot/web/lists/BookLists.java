package entrepot.web.lists;

import entrepot.inventory.journal.server.JournalReport;
import entrepot.inventory.journal.server.PostingList;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.sale.server.SaleReport;
import entrepot.inventory.sale.server.SaleView;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.web.page.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Sales, postings, trial balance, jobs. */
@ApplicationScoped
public class BookLists implements ListFile.Source {

    @Inject
    private SaleReport sales;

    @Inject
    private PostingList postings;

    @Inject
    private JournalReport journal;

    @Inject
    private JobDesk jobs;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("sales", List.of("business date", "kind", "reference", "channel", "customer", "net", "discount", "tax", "total",
                        "by", "posting"), this::sales),
                new ListFile("postings", List.of("business date", "kind", "reference", "reason", "source", "by", "recorded at (UTC)", "seal",
                        "posting"), this::postings),
                new ListFile("trialbalance", List.of("account", "name", "kind", "debit", "credit"), this::trialBalance),
                new ListFile("jobs", List.of("id", "kind", "title", "status", "done", "total", "asked by", "asked at (UTC)", "ended at (UTC)",
                        "failure"), this::jobs));
    }

    private void sales(Map<String, String> asked, Sheet sheet) {
        SaleReport.Filter filter = new SaleReport.Filter(Asked.day(asked.get("from")), Asked.day(asked.get("to")),
                Asked.text(asked.get("sku")), Asked.text(asked.get("customer")));
        ListFile.each(sheet, (after, limit) -> sales.list(filter, after, limit), SaleView.Head::key,
                sale -> new Object[] {sale.businessDate(), sale.kind(), sale.reference(), sale.channel(), sale.customer(), sale.net(),
                        sale.discount(), sale.tax(), sale.total(), sale.actor(), sale.id()});
    }

    private void postings(Map<String, String> asked, Sheet sheet) {
        PostingList.Filter filter = new PostingList.Filter(Asked.oneOf(asked.get("kind"), PostingKind.class), Asked.day(asked.get("from")),
                Asked.day(asked.get("to")), Asked.text(asked.get("reference")), Asked.text(asked.get("source")), Asked.text(asked.get("actor")));
        ListFile.each(sheet, (after, limit) -> postings.list(filter, after, limit), PostingList.Line::key,
                posting -> new Object[] {posting.businessDate(), posting.kind(), posting.reference(), posting.reason(), posting.source(),
                        posting.actor(), posting.recordedAt(), posting.seal(), posting.id()});
    }

    private void trialBalance(Map<String, String> asked, Sheet sheet) {
        LocalDate day = Asked.day(asked.get("date"));
        journal.trialBalance(day == null ? companies.company().businessDate(clock.instant()) : day)
                .forEach(row -> sheet.row(row.account(), row.name(), row.kind(), row.debit(), row.credit()));
    }

    private void jobs(Map<String, String> asked, Sheet sheet) {
        String kind = Asked.text(asked.get("kind"));
        ListFile.each(sheet, (after, limit) -> jobs.list(kind, after == null ? Long.MAX_VALUE : Long.parseLong(after), limit), Job::id,
                job -> new Object[] {job.id(), job.kind(), job.title(), job.status(), job.done(), job.total(), job.requestedBy(),
                        job.createdAt(), job.finishedAt(), job.failure()});
    }
}
