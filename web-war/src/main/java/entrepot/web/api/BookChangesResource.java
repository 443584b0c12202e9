package entrepot.web.api;

import entrepot.inventory.statement.server.LearntReport;
import entrepot.kernel.Money;
import entrepot.platform.audit.AuditTrail;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** What changed in a period since it was reported: all that was learnt of its days between two seals. */
@Path("book-changes")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class BookChangesResource {

    private static final Pattern SKU = Pattern.compile("[^~]{1,32}");
    private static final Pattern LINE = Pattern.compile("[0-9]{1,18}~[0-9]{1,18}~[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @EJB
    private LearntReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private AuditTrail seals;

    @Inject
    private AsKnown known;

    /** Seals are numbers, or times that mean the last seal before. */
    public static class Query {
        @QueryParam("from")
        private String from;

        @QueryParam("to")
        private String to;

        @QueryParam("since")
        private String since;

        @QueryParam("until")
        private String until;

        LearntReport.Asked asked(QueryFields query, AsKnown known, long last) {
            LocalDate end = query.day("to", to, known.today());
            LocalDate begin = query.day("from", from, end == null ? null : end.withDayOfMonth(1));
            Long first = known.seal(query, "since", since);
            Long second = known.seal(query, "until", until);
            if (since == null || since.isBlank()) {
                query.refuse("since", "missing", "is required: the seal, or the time, at which it was reported");
            }
            return new LearntReport.Asked(begin, end, first == null ? 0 : first, second == null ? last : second);
        }
    }

    /** @param stockBefore at the end of the period, as known at the first seal; @param stockNow and at the second */
    public record Answer(
            LocalDate from, LocalDate to, long since, long until, String currency, Money stockBefore, Money stockNow,
            List<LearntReport.AccountChange> accounts, List<LearntReport.ItemChange> items, String next) {}

    @GET
    public Answer get(@BeanParam Query given, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        LearntReport.Asked asked = given.asked(query, known, seals.last());
        String place = query.after(after, SKU);
        int rows = query.limit(limit);
        query.check();
        LearntReport.Found found = report.find(asked, place, rows + 1);
        Page<LearntReport.ItemChange> page = Page.of(found.items(), rows, LearntReport.ItemChange::sku);
        return new Answer(asked.from(), asked.to(), asked.since(), asked.until(), companies.company().currency().getCurrencyCode(),
                found.before(), found.now(), found.accounts(), page.items(), page.next());
    }

    /** Line by line, with the posting that is the cause. */
    @GET
    @Path("lines")
    public BookPage<LearntReport.Line> lines(
            @BeanParam Query given, @QueryParam("item") String item, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        LearntReport.Asked asked = given.asked(query, known, seals.last());
        String sku = query.text("item", item);
        String place = query.after(after, LINE);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), report.lines(asked, sku, place, rows + 1), rows, LearntReport.Line::key);
    }
}
