package entrepot.web.api;

import entrepot.platform.job.Job;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.HeldBar;
import entrepot.trading.market.QuarantineReason;
import entrepot.trading.market.server.ImportReport;
import entrepot.trading.market.server.InstrumentBoard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Files of bars for an instrument. */
@Path("instruments/{symbol}/imports")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MarketImportsResource {

    @EJB
    private InstrumentBoard board;

    @Inject
    private MarketUpload upload;

    /** @param step of bars; absent of everything else */
    record Imported(String id, BarStep step, String file, String mapping, long rows, long added, long unchanged, long quarantined,
            LocalDateTime at, String by) {
        static Imported of(InstrumentBoard.Imported one) {
            return new Imported(Long.toString(one.id()), one.step(), one.fileName(), one.mapping(), one.rows(), one.added(), one.unchanged(),
                    one.quarantined(), one.at(), one.by());
        }
    }

    /** A row that is held back. @param bar absent where it could not be read */
    record Held(long line, QuarantineReason reason, String detail, BarsResource.BarAnswer bar, String text) {
        static Held of(HeldBar row) {
            return new Held(row.line(), row.reason(), row.detail(), row.bar() == null ? null : BarsResource.BarAnswer.of(row.bar()), row.text());
        }
    }

    /**
     * What became of the file, or would.
     *
     * @param rows    read: those added, unchanged and quarantined
     * @param reasons how many of each are held back
     * @param gaps    in the series, with the bars of the file
     * @param held    the first of them
     */
    record Outcome(boolean written, long rows, long added, long unchanged, long quarantined, Map<QuarantineReason, Long> reasons, long gaps,
            String mapping, List<Held> held) {
        static Outcome of(ImportReport report) {
            return new Outcome(report.written(), report.rows(), report.added(), report.unchanged(), report.quarantined(), report.reasons(),
                    report.gaps(), report.mapping(), report.held().stream().map(Held::of).toList());
        }
    }

    /** Newest first. */
    @GET
    public Page<Imported> list(@PathParam("symbol") String symbol, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        long before = MarketFields.after(fields, after, Long.MAX_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.imports(symbol, before, rows + 1), rows, InstrumentBoard.Imported::id).map(Imported::of);
    }

    /** The same file again adds nothing. @param dryRun true to see what it would do */
    @POST
    @Consumes("text/csv")
    @RolesAllowed({"quant", "admin"})
    public Outcome add(@PathParam("symbol") String symbol, @BeanParam BarMapping mapping, @QueryParam("file") String file,
            @QueryParam("dryRun") boolean dryRun, InputStream body) throws IOException {
        return Outcome.of(upload.bars(symbol, file, mapping, body, dryRun));
    }

    /** The same as a job, for a large file: its progress, and at the end what became of the file. @param dryRun true to see what it would do */
    @POST
    @Path("jobs")
    @Consumes("text/csv")
    @RolesAllowed({"quant", "admin"})
    public Response queue(@PathParam("symbol") String symbol, @BeanParam BarMapping mapping, @QueryParam("file") String file,
            @QueryParam("dryRun") boolean dryRun, InputStream body) throws IOException {
        Job job = upload.queue(symbol, file, mapping, body, dryRun);
        return Response.status(Response.Status.ACCEPTED).location(URI.create("jobs/" + job.id())).entity(JobAnswer.of(job)).build();
    }
}
