package entrepot.web.lists;

import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFilter;
import entrepot.inventory.stock.server.StockFilter;
import entrepot.inventory.stock.server.StockLedger;
import entrepot.inventory.stock.server.StockLedgerRow;
import entrepot.inventory.stock.server.Valuation;
import entrepot.inventory.stock.server.ValuationReport;
import entrepot.platform.company.CompanyFile;
import entrepot.web.page.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Items, stock ledger, valuation. */
@ApplicationScoped
public class StockLists implements ListFile.Source {

    @Inject
    private ItemBoard board;

    @Inject
    private StockLedger ledger;

    @Inject
    private ValuationReport valuation;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("items", List.of("sku", "name", "category", "supplier", "unit", "costing", "active", "on hand", "value"), this::items),
                new ListFile("ledger", List.of("business date", "kind", "location", "reference", "reason", "quantity", "balance", "value",
                        "posting", "pieces"), this::ledger),
                new ListFile("valuation", List.of("sku", "name", "category", "location", "lot", "quantity", "value"), this::valuation));
    }

    private void items(Map<String, String> asked, Sheet sheet) {
        ItemFilter filter = new ItemFilter(Asked.text(asked.get("q")), Asked.text(asked.get("category")),
                Asked.text(asked.get("supplier")), Asked.oneOf(asked.get("state"), ItemFilter.State.class));
        ItemBoard.Order order = Asked.oneOf(asked.get("sort"), ItemBoard.Order.class);
        ListFile.each(sheet, (after, limit) -> board.list(filter, order == null ? ItemBoard.Order.SKU : order, after, limit),
                ItemBoard.Line::sku, item -> new Object[] {item.sku(), item.name(), item.category(), item.supplier(), item.unit(),
                        item.costing(), item.active(), item.onHand(), item.value()});
    }

    private void ledger(Map<String, String> asked, Sheet sheet) {
        String sku = Asked.text(asked.get("sku"));
        String location = Asked.text(asked.get("location"));
        LocalDate from = Asked.day(asked.get("from"));
        LocalDate to = Asked.day(asked.get("to"));
        ListFile.each(sheet, (after, limit) -> ledger.rows(sku, location, from, to, after, limit), StockLedgerRow::key,
                row -> new Object[] {row.businessDate(), row.kind(), row.location(), row.reference(), row.reason(), row.quantity(),
                        row.balance(), row.value(), row.posting(), row.pieces()});
    }

    private void valuation(Map<String, String> asked, Sheet sheet) {
        LocalDate day = Asked.day(asked.get("date"));
        LocalDate asOf = day == null ? companies.company().businessDate(clock.instant()) : day;
        Valuation.By by = Asked.oneOf(asked.get("by"), Valuation.By.class);
        ListFile.Reader<Valuation.Row> items = (after, limit) -> by == Valuation.By.LOT
                ? valuation.lotsAsOf(asOf, null, StockFilter.ALL, after, limit)
                : valuation.stockAsOf(asOf, null, StockFilter.ALL, after, limit);
        ListFile.Reader<Valuation.Row> sums = (after, limit) -> after == null
                ? valuation.of(asOf, null, by, StockFilter.ALL, null, limit).rows()
                : List.of();
        ListFile.each(sheet, by == null || by == Valuation.By.ITEM || by == Valuation.By.LOT ? items : sums, Valuation.Row::key,
                row -> new Object[] {row.sku(), row.name(), row.category(), row.location(), row.lot(), row.quantity(), row.value()});
    }
}
