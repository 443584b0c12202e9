package entrepot.web.api;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.RateBook;
import entrepot.inventory.exchange.server.RateDesk;
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
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** What other currencies are worth. Rates are only added: the last entered of a day holds. */
@Path("exchange-rates")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeRatesResource {

    @EJB
    private RateDesk desk;

    @Inject
    private RateIntake intake;

    /** @param added how many were not known before */
    public record Added(int added) {}

    /** @param currency the company's, of which one of {@code of} is worth {@code rate} */
    public record Answer(String currency, String of, LocalDate day, BigDecimal rate) {}

    /** The last entered first. */
    @GET
    public Page<RateDesk.Rate> list(
            @QueryParam("currency") String currency, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        long before = fields.key(after, 18, Long.MAX_VALUE);
        DocumentFields.known(fields, currency);
        fields.check();
        return Page.of(desk.list(new RateDesk.Filter(currency, before, rows + 1)), rows, RateDesk.Rate::id);
    }

    /** The one that holds on a day: the latest on or before it. */
    @GET
    @Path("{currency}/{day}")
    public Answer on(@PathParam("currency") String currency, @PathParam("day") String day) {
        Fields fields = new Fields();
        Currency of = DocumentFields.known(fields, currency);
        LocalDate on = fields.dateIfGiven("/day", day);
        fields.check();
        Exchange exchange = desk.on(of, on).orElseThrow(() -> ApiProblem.of(404, "rate-missing", RateBook.missing(of, on)));
        return new Answer(exchange.book().getCurrencyCode(), currency, on, exchange.rate());
    }

    @POST
    @RolesAllowed({"accountant", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(RateIntake.Body body) {
        return Response.status(201).entity(new Added(intake.add(body))).build();
    }

    /** A file with the columns currency, date and rate. */
    @POST
    @RolesAllowed({"accountant", "admin"})
    @Consumes("text/csv")
    public Response upload(@HeaderParam("Content-Encoding") String packing, @QueryParam("source") String source, InputStream body)
            throws IOException {
        return Response.status(201).entity(new Added(intake.upload(BodyBytes.read(body, packing), source))).build();
    }
}
