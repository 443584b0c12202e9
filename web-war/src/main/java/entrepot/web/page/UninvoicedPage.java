package entrepot.web.page;

import entrepot.inventory.statement.server.UninvoicedReport;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** What came and was not invoiced, from whom, and since when? */
@Named
@RequestScoped
public class UninvoicedPage {

    private static final int LIMIT = 100;

    @EJB
    private UninvoicedReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String date;
    private String supplier;
    private String after;
    private UninvoicedReport.Found found;
    private Part<UninvoicedReport.Receipt> receipts;

    public UninvoicedReport.Found getFound() {
        if (found == null) {
            found = report.find(day());
        }
        return found;
    }

    public Part<UninvoicedReport.Receipt> getReceipts() {
        if (receipts == null) {
            receipts = Part.of(report.receipts(day(), Asked.text(supplier), Asked.dated(after), LIMIT + 1), LIMIT, UninvoicedReport.Receipt::key);
        }
        return receipts;
    }

    private LocalDate day() {
        return Asked.day(date, companies.company().businessDate(clock.instant()));
    }

    public String getQuery() {
        return Query.of("date", day()).and("supplier", supplier).text();
    }

    public String getDate() {
        return day().toString();
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
