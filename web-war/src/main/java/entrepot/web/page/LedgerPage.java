package entrepot.web.page;

import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFile;
import entrepot.inventory.stock.server.StockLedger;
import entrepot.inventory.stock.server.StockLedgerRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Why is this number this number? */
@Named
@RequestScoped
public class LedgerPage {

    private static final int LIMIT = 100;

    @Inject
    private StockLedger ledger;

    @Inject
    private ItemFile file;

    @Inject
    private ItemBoard board;

    private String sku;
    private String location;
    private String from;
    private String to;
    private String after;
    private ItemFile.Card card;
    private Part<StockLedgerRow> rows;

    public void open() {
        card = Asked.text(sku) == null ? null : file.find(Asked.text(sku)).orElse(null);
        rows = card == null ? new Part<>(List.of(), null)
                : Part.of(ledger.rows(card.sku(), Asked.text(location), Asked.day(from), Asked.day(to), Asked.dated(after), LIMIT + 1),
                        LIMIT, StockLedgerRow::key);
    }

    public ItemFile.Card getCard() {
        return card;
    }

    public Part<StockLedgerRow> getRows() {
        return rows;
    }

    public List<ItemBoard.Choice> getLocations() {
        return board.locations();
    }

    public String getQuery() {
        return Query.of("sku", sku).and("location", location).and("from", Asked.day(from)).and("to", Asked.day(to)).text();
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
