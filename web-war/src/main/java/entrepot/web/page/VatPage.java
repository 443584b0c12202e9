package entrepot.web.page;

import entrepot.inventory.tax.server.VatReport;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** What is owed of tax for a period, what is given back, and by which documents? */
@Named
@RequestScoped
public class VatPage {

    private static final int LIMIT = 100;

    @EJB
    private VatReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String from;
    private String to;
    private String side;
    private String code;
    private String after;
    private VatReport.Found found;
    private Part<VatReport.Document> documents;

    public VatReport.Found getFound() {
        if (found == null) {
            found = report.find(first(), last());
        }
        return found;
    }

    /** Of the side and code that were asked for. */
    public Part<VatReport.Document> getDocuments() {
        if (documents == null) {
            documents = Part.of(report.documents(first(), last(), Asked.oneOf(side, VatReport.Side.class), Asked.text(code), Asked.dated(after), LIMIT + 1),
                    LIMIT, VatReport.Document::key);
        }
        return documents;
    }

    public boolean isDrilled() {
        return Asked.oneOf(side, VatReport.Side.class) != null;
    }

    private LocalDate last() {
        return Asked.day(to, companies.company().businessDate(clock.instant()));
    }

    private LocalDate first() {
        return Asked.day(from, last().withDayOfMonth(1));
    }

    public String getPeriod() {
        return Query.of("from", first()).and("to", last()).text();
    }

    public String getQuery() {
        return Query.of("from", first()).and("to", last()).and("side", side).and("code", code).text();
    }

    public String getFrom() {
        return first().toString();
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return last().toString();
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getSide() {
        return side;
    }

    public void setSide(String side) {
        this.side = side;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
