package entrepot.web.lists;

import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.invoice.server.InvoiceBoard;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.inventory.replenishment.server.SuggestionBoard;
import entrepot.web.page.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Proposals to order, purchase orders, supplier invoices. */
@ApplicationScoped
public class BuyLists implements ListFile.Source {

    @Inject
    private SuggestionBoard board;

    @Inject
    private OrderBoard orders;

    @Inject
    private InvoiceBoard invoices;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("replenishment", List.of("supplier", "location", "sku", "name", "unit", "order", "suggested", "on hand", "on order",
                        "reorder point", "unit cost", "cost", "reason"), this::proposals),
                new ListFile("orders", List.of("number", "supplier", "location", "status", "ordered on", "expected on", "late", "lines", "cost"),
                        this::orders),
                new ListFile("invoices", List.of("number", "kind", "supplier", "dated", "due", "status", "net", "tax", "total", "entered by",
                        "decided by", "undone by", "posting"), this::invoices));
    }

    private void invoices(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> invoices.list(new InvoiceBoard.Filter(Asked.oneOf(asked.get("status"), InvoiceStatus.class),
                        Asked.text(asked.get("supplier")), null, Asked.day(asked.get("from")), Asked.day(asked.get("to")),
                        after == null ? null : Long.valueOf(after), limit)),
                invoice -> Long.toString(invoice.rowNo()), row -> new Object[] {row.number(), row.kind(), row.supplierName(), row.invoiceDate(),
                        row.dueDate(), row.status(), row.net(), row.tax(), row.total(), row.madeBy(), row.decidedBy(), row.reversedBy(),
                        row.posting()});
    }

    private void proposals(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> board.list(new SuggestionBoard.Filter(Asked.text(asked.get("supplier")),
                        Asked.text(asked.get("location")), Asked.text(asked.get("sku")), null, after, limit)),
                SuggestionBoard.Suggested::key, row -> new Object[] {row.supplierName(), row.location(), row.sku(), row.name(), row.unit(),
                        row.quantity(), row.suggested(), row.reason().onHand(), row.reason().onOrder(), row.reason().reorderPoint(),
                        row.unitCost(), row.cost(), String.join(" ", row.reason().words())});
    }

    private void orders(Map<String, String> asked, Sheet sheet) {
        OrderBoard.Due due = Asked.oneOf(asked.get("due"), OrderBoard.Due.class);
        ListFile.Reader<OrderBoard.Order> all = (after, limit) -> orders.list(new OrderBoard.Filter(
                Asked.oneOf(asked.get("status"), OrderStatus.class), Asked.text(asked.get("supplier")), null,
                Asked.text(asked.get("sku")), after, limit));
        ListFile.Reader<OrderBoard.Order> some = (after, limit) -> after == null ? orders.due(due) : List.of();
        ListFile.each(sheet, due == null ? all : some, OrderBoard.Order::number,
                order -> new Object[] {order.number(), order.supplierName(), order.location(), order.status(), order.orderedOn(),
                        order.expectedOn(), order.late(), order.lines(), order.cost()});
    }
}
