package entrepot.web.api;

import entrepot.inventory.stock.server.StockFilter;
import jakarta.ws.rs.QueryParam;

/** Which stock a report is about. */
public class StockQuery {

    @QueryParam("q")
    private String text;

    @QueryParam("item")
    private String item;

    @QueryParam("category")
    private String category;

    @QueryParam("location")
    private String location;

    @QueryParam("lot")
    private String lot;

    @QueryParam("withZero")
    private boolean withZero;

    /** What is not shown by lot cannot be of one. */
    void onlyByLot(QueryFields query, boolean byLot) {
        if (lot != null && !byLot) {
            query.refuse("lot", "not-by-lot", "goes with by=lot");
        }
    }

    StockFilter filter(QueryFields query) {
        return new StockFilter(query.text("q", text), query.text("item", item), query.text("category", category),
                query.text("location", location), query.text("lot", lot), withZero);
    }
}
