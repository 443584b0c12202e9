package entrepot.web.api;

import entrepot.inventory.stock.server.OnHand;
import entrepot.inventory.stock.server.StockFilter;
import entrepot.inventory.stock.server.StockReport;
import entrepot.inventory.stock.server.Valuation;
import entrepot.inventory.stock.server.ValuationReport;
import entrepot.platform.company.CompanyFile;
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

/** What is on hand, and what was. */
@Path("stock")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {

    @EJB
    private StockReport stock;

    @EJB
    private ValuationReport valuation;

    @Inject
    private CompanyFile companies;

    @Inject
    private AsKnown known;

    @GET
    @RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
    public BookPage<OnHand> onHand(
            @BeanParam StockQuery asked, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        StockFilter filter = asked.filter(query);
        asked.onlyByLot(query, false);
        String place = query.after(after, QueryFields.STOCK);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), stock.onHand(filter, place, rows + 1), rows, OnHand::key);
    }

    /** What rows as of a day stand for. */
    enum By { ITEM, LOT }

    @GET
    @Path("as-of")
    public BookPage<Valuation.Row> asOf(
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
        By rowsBy = query.oneOfInAnyCase("by", by, By.class, By.ITEM);
        asked.onlyByLot(query, rowsBy == By.LOT);
        String place = query.after(after, rowsBy == By.LOT ? QueryFields.LOTS : QueryFields.STOCK);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), rowsBy == By.LOT
                ? valuation.lotsAsOf(day, seal, filter, place, rows + 1)
                : valuation.stockAsOf(day, seal, filter, place, rows + 1), rows, Valuation.Row::key);
    }
}
