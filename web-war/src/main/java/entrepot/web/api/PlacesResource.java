package entrepot.web.api;

import entrepot.inventory.catalogue.PlaceStatus;
import entrepot.inventory.place.server.PlaceReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What lies at which place of a site. Places themselves are made under {@code locations}. */
@Path("places")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class PlacesResource {

    @EJB
    private PlaceReport report;

    @GET
    public Page<PlaceReport.Row> list(
            @QueryParam("site") String site,
            @QueryParam("place") String place,
            @QueryParam("status") String status,
            @QueryParam("sku") String sku,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        PlaceStatus only = query.oneOf("status", status, PlaceStatus.class, null);
        int rows = query.limit(limit);
        var filter = new PlaceReport.Filter(query.text("site", site), query.text("place", place), only, query.text("sku", sku),
                query.text("after", after), rows + 1);
        query.check();
        return Page.of(report.rows(filter), rows, PlaceReport.Row::key);
    }

    /** What waits at a site to be put away, and where to. */
    @GET
    @Path("put-away")
    public Page<PlaceReport.Waiting> toPutAway(@QueryParam("site") String site) {
        Fields fields = new Fields();
        String code = fields.text("?site", site, 32);
        fields.check();
        return new Page<>(report.toPutAway(code), null);
    }
}
