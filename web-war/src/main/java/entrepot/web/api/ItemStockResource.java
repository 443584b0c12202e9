package entrepot.web.api;

import entrepot.inventory.stock.server.CostLayerRow;
import entrepot.inventory.stock.server.OnHand;
import entrepot.inventory.stock.server.StockFilter;
import entrepot.inventory.stock.server.StockLedger;
import entrepot.inventory.stock.server.StockLedgerRow;
import entrepot.inventory.stock.server.StockReport;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;

/** The stock of one item: where it lies, in which layers, and every movement that made it so. */
@Path("items")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ItemStockResource {

    @EJB
    private StockReport stock;

    @EJB
    private StockLedger ledger;

    @Inject
    private CompanyFile companies;

    @GET
    @Path("{sku}/balances")
    @RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
    public BookPage<OnHand> balances(@PathParam("sku") String sku) {
        known(sku);
        return BookPage.whole(companies.company().currency(), stock.onHand(StockFilter.item(sku), null, Integer.MAX_VALUE));
    }

    @GET
    @Path("{sku}/layers")
    public BookPage<CostLayerRow> layers(@PathParam("sku") String sku) {
        known(sku);
        return BookPage.whole(companies.company().currency(), stock.layers(sku));
    }

    @GET
    @Path("{sku}/ledger")
    public BookPage<StockLedgerRow> ledger(
            @PathParam("sku") String sku,
            @QueryParam("location") String location,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        known(sku);
        QueryFields query = new QueryFields();
        String place = query.text("location", location);
        LocalDate first = query.day("from", from);
        LocalDate last = query.day("to", to);
        String start = query.after(after, QueryFields.DATED);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(),
                ledger.rows(sku, place, first, last, start, rows + 1), rows, StockLedgerRow::key);
    }

    private void known(String sku) {
        if (!stock.isItem(sku)) {
            throw ApiProblem.notFound("item '" + sku + "'");
        }
    }
}
