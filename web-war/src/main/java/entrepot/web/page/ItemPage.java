package entrepot.web.page;

import entrepot.inventory.promise.server.AvailabilityReport;
import entrepot.inventory.stock.server.CostLayerRow;
import entrepot.inventory.stock.server.DemandReport;
import entrepot.inventory.stock.server.ItemFile;
import entrepot.inventory.stock.server.OnHand;
import entrepot.inventory.stock.server.StockFilter;
import entrepot.inventory.stock.server.StockLedger;
import entrepot.inventory.stock.server.StockLedgerRow;
import entrepot.inventory.stock.server.StockReport;
import entrepot.trading.pricing.server.PriceList;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What do we have, at what cost, what next? */
@Named
@RequestScoped
public class ItemPage {

    private static final int LOCATIONS = 500;
    private static final int LEDGER_ROWS = 10;
    private static final int WEEKS = 52;
    private static final int PRICES = 20;

    @Inject
    private ItemFile file;

    @Inject
    private StockReport stock;

    @Inject
    private StockLedger ledger;

    @Inject
    private DemandReport demand;

    @Inject
    private PriceList priceList;

    @Inject
    private PriceRecords priceRecords;

    @Inject
    private Shell shell;

    @Inject
    private AvailabilityReport availabilityReport;

    private String sku;
    private List<AvailabilityReport.AtSite> availability;
    private ItemFile.Card card;
    private ItemFile.Costing costing;
    private List<DemandReport.Week> weeks;
    private PriceList.Line price;

    public void open() {
        card = Asked.text(sku) == null ? null : file.find(Asked.text(sku)).orElse(null);
        Missing.unless(card != null);
    }

    public ItemFile.Card getCard() {
        return card;
    }

    /** Null where the item is no longer sold. */
    public PriceList.Line getPrice() {
        if (price == null) {
            price = priceList.find(sku).orElse(null);
        }
        return price;
    }

    public List<PriceRecords.Entry> getPrices() {
        return priceRecords.history(sku, Long.MAX_VALUE, PRICES);
    }

    public List<OnHand> getPlaces() {
        return stock.onHand(StockFilter.item(sku), null, LOCATIONS);
    }

    public List<AvailabilityReport.AtSite> getAvailability() {
        if (availability == null) {
            availability = availabilityReport.of(sku, null);
        }
        return availability;
    }

    public List<CostLayerRow> getLayers() {
        return shell.isCosts() ? stock.layers(sku) : List.of();
    }

    public ItemFile.Costing getCosting() {
        if (costing == null) {
            costing = file.costing(card.id());
        }
        return costing;
    }

    public List<StockLedgerRow> getLedger() {
        return shell.isCosts() ? ledger.rows(sku, null, null, null, null, LEDGER_ROWS) : List.of();
    }

    public List<ItemFile.Order> getOrders() {
        return file.openOrders(card.id());
    }

    public List<ItemFile.Proposal> getProposals() {
        return file.openProposals(card.id());
    }

    public List<DemandReport.Week> getWeeks() {
        if (weeks == null) {
            weeks = demand.weeks(card.id(), WEEKS);
        }
        return weeks;
    }

    public boolean isSold() {
        return getWeeks().stream().anyMatch(week -> week.quantity().isPositive());
    }

    public BarChart getChart() {
        return BarChart.ofWeeks(getWeeks(), Language.here());
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }
}
