package entrepot.web.page;

import entrepot.inventory.statement.server.LearntReport;
import entrepot.platform.audit.AuditTrail;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** What changed in this period since we reported it? */
@Named
@RequestScoped
public class BookChangesPage {

    private static final int LIMIT = 100;
    private static final String LINE = "\\d{1,18}~\\d{1,18}~\\d{4}-\\d{2}-\\d{2}";

    @EJB
    private LearntReport report;

    @Inject
    private AuditTrail seals;

    @Inject
    private Reported reported;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String from;
    private String to;
    private String since;
    private String until;
    private String sku;
    private String after;
    private LearntReport.Asked asked;
    private LearntReport.Found found;
    private Part<LearntReport.Line> lines;

    public LearntReport.Found getFound() {
        if (found == null) {
            found = report.find(asked(), null, LIMIT);
        }
        return found;
    }

    public Part<LearntReport.Line> getLines() {
        if (lines == null) {
            String start = after != null && after.matches(LINE) && Asked.day(after.substring(after.length() - 10)) != null ? after : null;
            lines = Part.of(report.lines(asked(), Asked.text(sku), start, LIMIT + 1), LIMIT, LearntReport.Line::key);
        }
        return lines;
    }

    /** Without a period it is the month before this one, since the end of it. */
    private LearntReport.Asked asked() {
        if (asked == null) {
            LocalDate thisMonth = companies.company().businessDate(clock.instant()).withDayOfMonth(1);
            LocalDate last = Asked.day(to, thisMonth.minusDays(1));
            LocalDate first = Asked.day(from) == null || Asked.day(from).isAfter(last) ? last.withDayOfMonth(1) : Asked.day(from);
            asked = new LearntReport.Asked(first, last, reported.seal(since, last), Asked.key(until, seals.last()));
        }
        return asked;
    }

    public String getQuery() {
        return Query.of("from", getFrom()).and("to", getTo()).and("since", getSince()).and("until", getUntil()).and("sku", sku).text();
    }

    public String getFrom() {
        return asked().from().toString();
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return asked().to().toString();
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getSince() {
        return Long.toString(asked().since());
    }

    public void setSince(String since) {
        this.since = since;
    }

    public String getUntil() {
        return Long.toString(asked().until());
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
