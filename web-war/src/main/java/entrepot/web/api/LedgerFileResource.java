package entrepot.web.api;

import entrepot.inventory.export.LedgerFormat;
import entrepot.inventory.export.server.LedgerFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;

/** The ledger of a period with its goods as lots, for hledger and Beancount. */
@Path("ledger-file")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
public class LedgerFileResource {

    @EJB
    private LedgerFile ledger;

    @Inject
    private AsKnown known;

    /** @param from left out: the first of January of {@code to}; @param to left out: today */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response get(
            @QueryParam("format") String format,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("knownAt") String knownAt) {
        QueryFields query = new QueryFields();
        LedgerFormat.Name name = query.oneOfInAnyCase("format", format, LedgerFormat.Name.class,
                LedgerFormat.Name.BEANCOUNT);
        LocalDate last = query.day("to", to, known.today());
        LocalDate first = query.day("from", from, last == null ? null : last.withDayOfYear(1));
        Long seal = known.seal(query, "knownAt", knownAt);
        if (first != null && last != null && first.isAfter(last)) {
            query.refuse("from", "out-of-range", "must not be after 'to', " + last);
        }
        query.check();
        WholeFile content = WholeFile.of(text -> ledger.write(name, first, last, seal, text));
        return Response.ok(content)
                .type("text/plain; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"ledger-" + first + "-" + last + "." + name.ending() + "\"")
                .build();
    }
}
