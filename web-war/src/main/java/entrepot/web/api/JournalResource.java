package entrepot.web.api;

import entrepot.inventory.journal.server.JournalFilter;
import entrepot.inventory.journal.server.JournalReport;
import entrepot.inventory.journal.server.JournalRow;
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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The journal, line by line; as CSV, all of it. */
@Path("journal")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class JournalResource {

    @EJB
    private JournalReport journal;

    @Inject
    private CompanyFile companies;

    /** Which lines. */
    public static class Query {
        @QueryParam("account")
        private String account;

        @QueryParam("from")
        private String from;

        @QueryParam("to")
        private String to;

        @QueryParam("posting")
        private String posting;

        @QueryParam("item")
        private String item;

        JournalFilter filter(QueryFields query) {
            return new JournalFilter(query.text("account", account), query.day("from", from), query.day("to", to),
                    query.uuid("posting", posting), query.text("item", item));
        }
    }

    @GET
    public BookPage<JournalRow> lines(
            @BeanParam Query asked, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        JournalFilter filter = asked.filter(query);
        String place = query.after(after, QueryFields.DATED_LINE);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), journal.lines(filter, place, rows + 1), rows, JournalRow::key);
    }

    /** All of it, sent once the last part is read. */
    @GET
    @Produces("text/csv;qs=0.9")
    public Response csv(@BeanParam Query asked) {
        QueryFields query = new QueryFields();
        JournalFilter filter = asked.filter(query);
        query.check();
        return WholeFile.csv("journal.csv", out -> write(filter, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    private void write(JournalFilter filter, Writer out) throws IOException {
        new JournalCsv(journal, out).write(filter);
        out.flush();
    }
}
