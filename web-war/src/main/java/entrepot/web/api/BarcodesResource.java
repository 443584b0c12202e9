package entrepot.web.api;

import entrepot.inventory.catalogue.ResolvedBarcode;
import entrepot.inventory.catalogue.ScannedCode;
import entrepot.inventory.catalogue.server.BarcodeDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What a scan stands for: a GTIN in any form (bare, GS1 element string, digital link) with what else the code says, or a SKU. */
@Path("barcodes")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class BarcodesResource {

    @EJB
    private BarcodeDesk desk;

    /** For codes that do not fit into a path, as links. */
    @GET
    public ResolvedBarcode query(@QueryParam("code") String code) {
        var fields = new Fields();
        fields.required("?code", code);
        fields.check();
        return resolve(code);
    }

    @GET
    @Path("{code: .+}")
    public ResolvedBarcode resolve(@PathParam("code") String code) {
        var fields = new Fields();
        if (code.length() > 1000) {
            fields.refuse("?code", "length", "must have 1000 characters at most");
            fields.check();
        }
        Barcodes.gtin(fields, "?code", new ScannedCode(code));
        Barcodes.check(fields, "?code", code);
        return desk.resolve(code).orElseThrow(() -> ApiProblem.notFound("item has the code that was scanned"));
    }
}
