package entrepot.web.api;

import entrepot.inventory.tax.TaxRounding;
import entrepot.inventory.tax.server.TaxDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How the company works tax out. */
@Path("tax-policy")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TaxPolicyResource {

    @EJB
    private TaxDesk desk;

    /** @param rounding LINE or DOCUMENT */
    public record Policy(String rounding) {}

    @GET
    public Policy get() {
        return new Policy(desk.rounding().name());
    }

    /** Documents from now on are rounded so. */
    @PUT
    @RolesAllowed({"accountant", "admin"})
    public Policy set(Policy policy) {
        Fields fields = new Fields();
        TaxRounding rounding = fields.oneOf("/rounding", DocumentFields.body(policy).rounding(), TaxRounding.class);
        fields.check();
        desk.round(rounding);
        return get();
    }
}
