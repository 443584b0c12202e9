package entrepot.web.api;

import entrepot.inventory.sale.Sale;
import entrepot.inventory.sale.server.SaleReport;
import entrepot.inventory.sale.server.SaleView;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;

/** Sales, one or many; what customers bring back is read here too. */
@Path("sales")
@RequestScoped
@RolesAllowed({"cashier", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class SalesResource {

    @Inject
    private SaleIntake intake;

    @EJB
    private SaleReport sales;

    @Inject
    private CompanyFile companies;

    /** @param lines a return has negative quantities and amounts */
    public record Answer(String currency, SaleView.Head sale, List<SaleView.Line> lines, List<SaleView.Tender> tenders, List<SaleView.Kit> kits) {}

    @GET
    @RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
    public BookPage<SaleView.Head> list(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("item") String item,
            @QueryParam("customer") String customer,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        var filter = new SaleReport.Filter(
                query.day("from", from), query.day("to", to), query.text("item", item), query.text("customer", customer));
        String place = query.after(after, QueryFields.DATED);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), sales.list(filter, place, rows + 1), rows, SaleView.Head::key);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
    public Answer one(@PathParam("id") String id) {
        SaleView found = PathId.of(id).flatMap(sales::find).orElseThrow(() -> ApiProblem.notFound("sale '" + id + "'"));
        return new Answer(companies.company().currency().getCurrencyCode(), found.head(), found.lines(), found.tenders(), found.kits());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun, SaleBody body) {
        return intake.post(Sale.Kind.SALE, key, dryRun, body);
    }

    @POST
    @Consumes(Bulk.TYPE)
    @Produces(Bulk.TYPE)
    public StreamingOutput bulk(@HeaderParam("Content-Encoding") String encoding, InputStream body) {
        return intake.bulk(Sale.Kind.SALE, body, encoding);
    }
}
