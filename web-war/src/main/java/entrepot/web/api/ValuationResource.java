package entrepot.web.api;

import entrepot.inventory.stock.server.StockFilter;
import entrepot.inventory.stock.server.Valuation;
import entrepot.inventory.stock.server.ValuationReport;
import entrepot.kernel.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;

/** What stock is worth, or was, and whether that is what the inventory account says. */
@Path("valuation")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ValuationResource {

    @EJB
    private ValuationReport valuation;

    @Inject
    private AsKnown known;

    /**
     * @param total            of all stock, whatever items are shown
     * @param inventoryAccount the balance of the inventory account(s) on the same day, as known then
     */
    public record Answer(
            LocalDate asOf, Long knownAt, String currency, Money total, Money inventoryAccount, boolean ties,
            List<Valuation.Row> items, String next) {}

    @GET
    public Answer get(
            @BeanParam StockQuery asked,
            @QueryParam("asOf") String asOf,
            @QueryParam("knownAt") String knownAt,
            @QueryParam("by") String by,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        StockFilter filter = asked.filter(query);
        LocalDate day = query.day("asOf", asOf, known.today());
        Long seal = known.seal(query, "knownAt", knownAt);
        Valuation.By rowsBy =
                query.oneOfInAnyCase("by", by, Valuation.By.class, Valuation.By.ITEM);
        asked.onlyByLot(query, rowsBy == Valuation.By.LOT);
        String place = query.after(after, rowsBy == Valuation.By.LOT ? QueryFields.LOTS : QueryFields.STOCK);
        int rows = query.limit(limit);
        query.check();
        Valuation found = valuation.of(day, seal, rowsBy, filter, place, rows + 1);
        Page<Valuation.Row> page = Page.of(found.rows(), rows, Valuation.Row::key);
        return new Answer(day, seal, found.total().currency().getCurrencyCode(), found.total(), found.inventory(),
                found.ties(), page.items(), page.next());
    }
}
