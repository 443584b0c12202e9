package entrepot.web.api;

import entrepot.inventory.catalogue.ItemEntry;
import entrepot.inventory.catalogue.ItemFilter;
import entrepot.inventory.catalogue.ItemSummary;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.ScannedCode;
import entrepot.inventory.catalogue.UploadReport;
import entrepot.inventory.catalogue.server.ItemDesk;
import entrepot.inventory.catalogue.server.ItemSearch;
import entrepot.platform.retry.Retry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Items: search, one by one, and in bulk. */
@Path("items")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ItemsResource {

    private static final String CSV = "text/csv";

    @EJB
    private ItemDesk desk;

    @EJB
    private ItemSearch search;

    @Inject
    private ItemUpload upload;

    @Inject
    private ItemExport file;

    @Inject
    private Retry retry;

    /** What to search for; all that is given must hold. */
    public static class Query {
        @QueryParam("q") String text;
        @QueryParam("sku") String sku;
        @QueryParam("name") String name;
        @QueryParam("barcode") String barcode;
        @QueryParam("category") String category;
        @QueryParam("supplier") String supplier;
        @QueryParam("active") String active;

        ItemFilter filter(Fields fields) {
            return new ItemFilter(Listings.text(fields, "?q", text), Listings.text(fields, "?sku", sku),
                    Listings.text(fields, "?name", name), scanned(fields), Listings.text(fields, "?category", category),
                    Listings.text(fields, "?supplier", supplier), Listings.truth(fields, "?active", active));
        }

        private String scanned(Fields fields) {
            String code = Listings.text(fields, "?barcode", barcode);
            if (code != null && Barcodes.gtin(fields, "?barcode", new ScannedCode(code)).isEmpty()) {
                fields.refuse("?barcode", "gtin", "must be a GTIN of 8, 12, 13 or 14 digits");
            }
            return code;
        }
    }

    @GET
    public Page<ItemSummary> list(@BeanParam Query query, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        var fields = new Fields();
        ItemFilter filter = query.filter(fields);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(search.list(filter, after, rows + 1), rows, ItemSummary::sku);
    }

    @GET
    @Path("export")
    @Produces(CSV)
    public Response export(@BeanParam Query query) {
        var fields = new Fields();
        ItemFilter filter = query.filter(fields);
        fields.check();
        return Response.ok(file.of(filter))
                .type("text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"items.csv\"")
                .build();
    }

    @GET
    @Path("{sku}")
    public Response one(@PathParam("sku") String sku, @Context Request request) {
        Optional<Kept<ItemEntry>> kept = desk.find(sku);
        return KeptAnswers.shown(request, kept.orElseThrow(() -> ApiProblem.notFound("item '" + sku + "'")));
    }

    @POST
    @RolesAllowed({"buyer", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(ItemEntry entry, @Context UriInfo here) {
        return KeptAnswers.created(here, String.valueOf(entry.sku()), retry.run(() -> desk.create(entry)));
    }

    @PUT
    @Path("{sku}")
    @RolesAllowed({"buyer", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("sku") String sku, @HeaderParam("If-Match") String ifMatch, ItemEntry body) {
        int version = IfMatch.version(ifMatch);
        ItemEntry entry = body.called(KeptAnswers.code("sku", sku, body.sku()));
        return KeptAnswers.changed(retry.run(() -> desk.change(version, entry)));
    }

    @DELETE
    @Path("{sku}")
    @RolesAllowed({"buyer", "admin"})
    public void remove(@PathParam("sku") String sku, @HeaderParam("If-Match") String ifMatch) {
        int version = IfMatch.version(ifMatch);
        retry.run(() -> {
            desk.remove(sku, version);
            return null;
        });
    }

    @POST
    @Path("bulk")
    @RolesAllowed({"buyer", "admin"})
    @Consumes(Bulk.TYPE)
    public UploadReport ndjson(
            @HeaderParam("Content-Encoding") String packing,
            @QueryParam("mode") String mode,
            @QueryParam("dryRun") boolean dryRun,
            InputStream body)
            throws IOException {
        return upload.post(ItemLines.ndjson(BodyBytes.read(body, packing)), mode, dryRun);
    }

    /** @param encoding utf-8, if nothing is said, or windows-1252 */
    @POST
    @Path("bulk")
    @RolesAllowed({"buyer", "admin"})
    @Consumes(CSV)
    public UploadReport csv(
            @HeaderParam("Content-Encoding") String packing,
            @QueryParam("encoding") String encoding,
            @QueryParam("mode") String mode,
            @QueryParam("dryRun") boolean dryRun,
            InputStream body)
            throws IOException {
        return upload.post(ItemLines.csv(BodyBytes.read(body, packing), encoding), mode, dryRun);
    }
}
