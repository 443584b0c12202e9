package entrepot.web.page;

import entrepot.inventory.stock.server.StockFilter;
import entrepot.inventory.stock.server.Valuation;
import entrepot.inventory.stock.server.ValuationReport;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** What is stock worth, and does it tie to the books? */
@Named
@RequestScoped
public class ValuationPage {

    private static final int LIMIT = 100;

    @Inject
    private ValuationReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String date;
    private String by;
    private String after;
    private Valuation valuation;

    public Valuation getValuation() {
        if (valuation == null) {
            String start = after != null && after.contains("~") ? after : null;
            valuation = report.of(day(), null, by(), StockFilter.ALL, start, LIMIT + 1);
        }
        return valuation;
    }

    public Part<Valuation.Row> getRows() {
        return Part.of(getValuation().rows(), LIMIT, Valuation.Row::key);
    }

    public String getQuery() {
        return Query.of("date", getDate()).and("by", by()).text();
    }

    private LocalDate day() {
        LocalDate asked = Asked.day(date);
        return asked == null ? companies.company().businessDate(clock.instant()) : asked;
    }

    private Valuation.By by() {
        Valuation.By asked = Asked.oneOf(by, Valuation.By.class);
        return asked == null ? Valuation.By.CATEGORY : asked;
    }

    public String getDate() {
        return day().toString();
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getBy() {
        return by().name();
    }

    public void setBy(String by) {
        this.by = by;
    }

    /** Whether a row is of one item. */
    public boolean isByItem() {
        return by() == Valuation.By.ITEM || isByLot();
    }

    public boolean isByLot() {
        return by() == Valuation.By.LOT;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
