package entrepot.web.api;

import entrepot.inventory.invoice.PriceTolerance;
import entrepot.inventory.invoice.server.InvoiceRefused;
import entrepot.inventory.invoice.server.ToleranceDesk;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;

/** How much more than agreed a supplier may invoice without anybody being asked. */
@Path("price-tolerances")
@RequestScoped
@RolesAllowed({"buyer", "accountant", "auditor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PriceTolerancesResource {

    @EJB
    private ToleranceDesk desk;

    @Inject
    private CompanyFile companies;

    /** @param share of what was agreed, 0 to 1; @param amount of a line: both hold */
    public record Body(String share, String amount) {}

    /** The company's first, then those of suppliers. */
    @GET
    public BookPage<ToleranceDesk.Rule> list() {
        return BookPage.whole(companies.company().currency(), desk.all());
    }

    @PUT
    @RolesAllowed({"accountant", "admin"})
    public BookPage<ToleranceDesk.Rule> set(Body body) {
        return set(null, body);
    }

    @PUT
    @Path("{supplier}")
    @RolesAllowed({"accountant", "admin"})
    public BookPage<ToleranceDesk.Rule> set(@PathParam("supplier") String supplier, Body body) {
        Fields fields = new Fields();
        BigDecimal share = fields.decimal("/share", DocumentFields.body(body).share(), 6);
        BigDecimal amount = fields.decimal("/amount", body.amount(), 6);
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            fields.refuse("/share", "range", "must be from 0 to 1");
        }
        if (amount != null && amount.signum() < 0) {
            fields.refuse("/amount", "range", "must not be negative");
        }
        fields.check();
        try {
            desk.set(supplier, new PriceTolerance(share, amount));
        } catch (InvoiceRefused refused) {
            throw InvoiceProblems.of(refused, -1);
        }
        return list();
    }

    /** The company's rule holds for the supplier again. */
    @DELETE
    @Path("{supplier}")
    @RolesAllowed({"accountant", "admin"})
    public BookPage<ToleranceDesk.Rule> drop(@PathParam("supplier") String supplier) {
        try {
            desk.drop(supplier);
        } catch (InvoiceRefused refused) {
            throw InvoiceProblems.of(refused, -1);
        }
        return list();
    }
}
