package entrepot.web.api;

import entrepot.inventory.promise.AvailableToPromise;
import entrepot.inventory.promise.server.AvailabilityReport;
import entrepot.inventory.promise.server.Prospects;
import entrepot.inventory.stock.server.StockReport;
import entrepot.kernel.Quantity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;

/** What can be promised, where and when. */
@Path("availability")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class AvailabilityResource {

    @EJB
    private AvailabilityReport report;

    @EJB
    private StockReport stock;

    @Inject
    private Prospects prospects;

    /**
     * @param notForSale in quarantine, damaged or in inspection
     * @param available  on hand less what is reserved and what is not for sale
     * @param overdue    on order, and nobody knows when it comes
     * @param earliest   day for which the quantity asked for can be promised; left out where none is known or none was asked for
     */
    record AtSite(
            String location, Quantity onHand, Quantity notForSale, Quantity reserved, Quantity available, Quantity awaited,
            Quantity overdue, Quantity promisable, LocalDate earliest, List<AvailableToPromise.Day> days) {}

    /** @param on the day that 'promisable' is for */
    record Answer(String sku, LocalDate on, List<AtSite> items) {}

    @GET
    public Answer availability(
            @QueryParam("sku") String sku,
            @QueryParam("location") String location,
            @QueryParam("on") String on,
            @QueryParam("quantity") String quantity) {
        Fields fields = new Fields();
        String item = fields.text("?sku", sku, 32);
        LocalDate day = OrderBody.day(fields, "?on", on);
        Quantity wanted = quantity == null ? null : fields.positiveQuantity("?quantity", quantity);
        fields.check();
        if (!stock.isItem(item)) {
            throw ApiProblem.notFound("item '" + item + "'");
        }
        LocalDate asked = day == null ? prospects.today() : day;
        return new Answer(item, asked, report.of(item, location).stream().map(site -> answer(site, asked, wanted)).toList());
    }

    private static AtSite answer(AvailabilityReport.AtSite site, LocalDate day, Quantity wanted) {
        Prospects.Standing now = site.standing();
        LocalDate earliest = wanted == null ? null : site.promisable().earliest(wanted).orElse(null);
        return new AtSite(site.location(), now.onHand(), site.notForSale(), now.held(), now.free(), now.awaited(), now.overdue(),
                site.promisable().on(day), earliest, site.promisable().days());
    }
}
