package entrepot.web.api;

import entrepot.inventory.tax.server.TaxDesk;
import entrepot.inventory.tax.server.TaxTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The rates of a tax code, each with the day from which it holds. */
@Path("tax-codes/{code}/rates")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TaxRatesResource {

    @EJB
    private TaxDesk desk;

    /** @param rate a share of the net amount, 0 to 1 */
    public record Body(String validFrom, String rate) {}

    /** The first holds from the beginning. */
    @GET
    public Page<TaxTable.Dated> list(@PathParam("code") String code) {
        List<TaxTable.Dated> rates = desk.rates(code);
        if (rates.isEmpty()) {
            throw ApiProblem.notFound("tax code '" + code + "'");
        }
        return new Page<>(rates, null);
    }

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response add(@PathParam("code") String code, Body body) {
        Fields fields = new Fields();
        LocalDate from = fields.dateIfGiven("/validFrom", fields.required("/validFrom", DocumentFields.body(body).validFrom()));
        BigDecimal rate = fields.decimal("/rate", body.rate(), 6);
        if (rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0)) {
            fields.refuse("/rate", "range", "is a share of the net amount, from 0 to 1");
        }
        fields.check();
        done(desk.add(code, from, rate), code, from);
        return Response.status(201).entity(list(code)).build();
    }

    /** Takes back one that does not hold yet. */
    @DELETE
    @Path("{validFrom}")
    @RolesAllowed({"accountant", "admin"})
    public Page<TaxTable.Dated> drop(@PathParam("code") String code, @PathParam("validFrom") String validFrom) {
        Fields fields = new Fields();
        LocalDate from = fields.dateIfGiven("?validFrom", validFrom);
        fields.check();
        done(desk.drop(code, from), code, from);
        return list(code);
    }

    private static void done(TaxDesk.Kept kept, String code, LocalDate from) {
        switch (kept) {
            case DONE -> { }
            case MISSING -> throw ApiProblem.notFound("rate of tax code '" + code + "' from " + from);
            case THERE -> throw ApiProblem.of(409, "exists", code + " has a rate from " + from + " already");
            case HOLDS -> throw ApiProblem.of(409, "holds-already", "documents may have been made by it: add one of a later day");
        }
    }
}
