package entrepot.web.api;

import entrepot.inventory.payable.ClosingRate;
import entrepot.inventory.payable.server.ClosingRateDesk;
import entrepot.kernel.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What is owed in other currencies, at the rate of a day (IAS 21.23, 21.28). */
@Path("closing-rates")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClosingRatesResource {

    @Inject
    private ClosingRateIntake intake;

    @EJB
    private ClosingRateDesk desk;

    /** @param rate null where none is known, and with it worth and difference */
    public record Invoice(
            String supplier, String number, LocalDate date, String currency, Money owed, Money carried, BigDecimal rate, Money worth,
            Money difference) {

        private static Invoice of(ClosingRate.Line line) {
            return new Invoice(line.invoice().supplier(), line.invoice().number(), line.invoice().date(),
                    line.invoice().owed().currency().getCurrencyCode(), line.invoice().owed(), line.invoice().carried(),
                    line.exchange() == null ? null : line.exchange().rate(), line.worth(), line.difference());
        }
    }

    /** @param last the day of the last revaluation of one of them, or null; @param difference that more is owed than is booked */
    public record Answer(LocalDate date, LocalDate last, Money difference, List<Invoice> invoices) {}

    /** What is owed at the end of the day, and what it stands at. */
    @GET
    public Answer open(@QueryParam("date") String date, @QueryParam("currency") String currency) {
        Fields fields = new Fields();
        LocalDate day = fields.dateIfGiven("?date", fields.required("?date", date));
        String code = fields.textIfGiven("?currency", currency, 3);
        fields.check();
        ClosingRate rate = desk.on(day, code);
        return new Answer(day, rate.last(), rate.difference(), rate.lines().stream().map(Invoice::of).toList());
    }

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response post(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun, ClosingRateIntake.Body body) {
        return intake.post(key, dryRun, body);
    }
}
