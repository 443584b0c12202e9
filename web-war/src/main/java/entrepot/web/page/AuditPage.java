package entrepot.web.page;

import entrepot.inventory.check.server.SealReport;
import entrepot.inventory.check.server.SealedPosting;
import entrepot.inventory.ledger.PostingKind;
import entrepot.platform.account.SecurityEvent;
import entrepot.platform.account.SecurityReport;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.PriceTable;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Who changed what? */
@Named
@RequestScoped
public class AuditPage {

    private static final int LIMIT = 100;

    @EJB
    private SealReport seals;

    @EJB
    private PriceRecords prices;

    @EJB
    private SecurityReport security;

    @EJB
    private JobDesk jobs;

    @Inject
    private Days days;

    private String what;
    private String kind;
    private String actor;
    private String from;
    private String to;
    private String after;
    private Part<SealedPosting> postings;
    private Part<PriceRecords.Entry> changes;
    private Part<SecurityReport.Line> events;

    /** What there is to look at. */
    public enum What { POSTINGS, PRICES, SECURITY }

    public Part<SealedPosting> getPostings() {
        if (postings == null) {
            SealReport.Filter filter =
                    new SealReport.Filter(Asked.oneOf(kind, PostingKind.class), Asked.text(actor), days.begin(from), days.end(to));
            postings = Part.of(seals.postings(filter, before(), LIMIT + 1), LIMIT, SealedPosting::number);
        }
        return postings;
    }

    public Part<PriceRecords.Entry> getChanges() {
        if (changes == null) {
            PriceRecords.Filter filter = new PriceRecords.Filter(
                    Asked.oneOf(kind, PriceTable.Cause.class), Asked.text(actor), null, days.begin(from), days.end(to));
            changes = Part.of(prices.changes(filter, before(), LIMIT + 1), LIMIT, PriceRecords.Entry::id);
        }
        return changes;
    }

    public Part<SecurityReport.Line> getEvents() {
        if (events == null) {
            SecurityReport.Filter filter = new SecurityReport.Filter(
                    Asked.oneOf(kind, SecurityEvent.class), Asked.text(actor), days.begin(from), days.end(to));
            events = Part.of(security.list(filter, before(), LIMIT + 1), LIMIT, SecurityReport.Line::id);
        }
        return events;
    }

    private long before() {
        return Asked.key(after, Long.MAX_VALUE);
    }

    public What getWhat() {
        What asked = Asked.oneOf(what, What.class);
        return asked == null ? What.POSTINGS : asked;
    }

    public List<What> getWhats() {
        return List.of(What.values());
    }

    public boolean isOn(String name) {
        return getWhat().name().equals(name);
    }

    /** What the rows shown can be filtered by. */
    public List<? extends Enum<?>> getKinds() {
        return switch (getWhat()) {
            case POSTINGS -> List.of(PostingKind.values());
            case PRICES -> List.of(PriceTable.Cause.values());
            case SECURITY -> List.of(SecurityEvent.values());
        };
    }

    /** The family of words that names these kinds. */
    public String getFamily() {
        return switch (getWhat()) {
            case POSTINGS -> "kind";
            case PRICES -> "cause";
            case SECURITY -> "event";
        };
    }

    /** The name of what is shown as a file. */
    public String getList() {
        return "audit-" + getWhat().name().toLowerCase(Locale.ROOT);
    }

    /** The last walk along the chain, or null. */
    public Job getCheck() {
        return jobs.list("audit-verify", Long.MAX_VALUE, 1).stream().findFirst().orElse(null);
    }

    public String verify() {
        return "job.xhtml?faces-redirect=true&id=" + jobs.runNow("audit-verify").id();
    }

    public String getQuery() {
        return Query.of("what", getWhat().name()).and("kind", kind).and("actor", actor).and("from", from).and("to", to).text();
    }

    public String getAsked() {
        return what;
    }

    public void setAsked(String asked) {
        what = asked;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
