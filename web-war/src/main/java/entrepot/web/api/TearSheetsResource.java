package entrepot.web.api;

import entrepot.platform.company.CompanyFile;
import entrepot.trading.tearsheet.server.TearSheetView;
import entrepot.trading.tearsheet.server.TearSheets;
import entrepot.web.language.Language;
import entrepot.web.print.TearSheetPaper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Tear sheets of backtests of any kind, by the id of the backtest: in figures, on paper, by day and by month. */
@Path("tearsheets/{id}")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class TearSheetsResource {

    @EJB
    private TearSheets sheets;

    @Inject
    private CompanyFile companies;

    @Inject
    private HttpServletRequest request;

    @GET
    public TearSheetAnswer one(@PathParam("id") String id) {
        return TearSheetAnswer.of(found(id));
    }

    /** In the language of whoever prints it. */
    @GET
    @Path("pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") String id) {
        TearSheetPaper paper = new TearSheetPaper(Language.of(request), companies.company().name(), found(id));
        return Response.ok(WholeFile.written(paper::write)).type("application/pdf")
                .header("Content-Disposition", "inline; filename=\"tearsheet.pdf\"").build();
    }

    @GET
    @Path("days.csv")
    @Produces("text/csv")
    public Response days(@PathParam("id") String id) {
        TearSheetView view = found(id);
        return WholeFile.csv("days.csv", out -> TearSheetCsv.days(view.sheet(), view.timed(), out));
    }

    @GET
    @Path("months.csv")
    @Produces("text/csv")
    public Response months(@PathParam("id") String id) {
        TearSheetView view = found(id);
        return WholeFile.csv("months.csv", out -> TearSheetCsv.months(view.sheet(), out));
    }

    private TearSheetView found(String id) {
        TearSheets.Asked asked = PathId.of(id).flatMap(sheets::find).orElseThrow(() -> ApiProblem.notFound("backtest '" + id + "'"));
        return asked.sheet().orElseThrow(() -> ApiProblem.of(409, "not-finished", "backtest " + id + " is " + asked.status() + " and has no result yet"));
    }
}
