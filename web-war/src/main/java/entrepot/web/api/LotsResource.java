package entrepot.web.api;

import entrepot.inventory.lot.server.LotFilter;
import entrepot.inventory.lot.server.LotLine;
import entrepot.inventory.lot.server.LotReport;
import entrepot.inventory.lot.server.LotView;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Lots and serial numbers: what lies where, what expires next, and the way of each. */
@Path("lots")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class LotsResource {

    @EJB
    private LotReport report;

    @Inject
    private CompanyFile companies;

    /** @param movements every one of it, oldest first */
    public record Answer(
            String currency, LotView.Head lot, List<LotLine> places, List<LotView.Holder> customers,
            List<LotView.Correction> corrections, List<LotView.Consigned> consigned, Page<LotView.Step> movements) {}

    /** What expires first is first; what never does is last. */
    @GET
    public BookPage<LotLine> list(
            @QueryParam("q") String text,
            @QueryParam("item") String item,
            @QueryParam("location") String location,
            @QueryParam("within") String within,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        LotFilter filter = new LotFilter(query.text("q", text), query.text("item", item), query.text("location", location),
                query.days("within", within));
        String place = query.after(after, QueryFields.LOT);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), report.inStock(filter, place, rows + 1), rows, LotLine::key);
    }

    @GET
    @Path("{sku}/{lot: .+}")
    public Answer find(
            @PathParam("sku") String sku,
            @PathParam("lot") String lot,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        String place = query.after(after, QueryFields.DATED);
        int rows = query.limit(limit);
        query.check();
        LotView found = report.find(sku, lot).orElseThrow(() -> ApiProblem.notFound("lot '" + lot + "' of item '" + sku + "'"));
        return new Answer(companies.company().currency().getCurrencyCode(), found.lot(), found.places(), found.customers(), found.corrections(),
                found.consigned(), Page.of(report.way(found.lot(), place, rows + 1), rows, LotView.Step::key));
    }
}
