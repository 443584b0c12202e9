package entrepot.web.page;

import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.inventory.stock.server.ItemBoard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is coming, when, at what cost? */
@Named
@RequestScoped
public class OrdersPage {

    private static final int LIMIT = 100;

    @Inject
    private OrderBoard board;

    @Inject
    private ItemBoard items;

    private String status;
    private String supplier;
    private String sku;
    private String due;
    private String after;
    private Part<OrderBoard.Order> orders;

    public Part<OrderBoard.Order> getOrders() {
        if (orders == null) {
            orders = Asked.oneOf(due, OrderBoard.Due.class) == null ? part() : new Part<>(due(), null);
        }
        return orders;
    }

    private List<OrderBoard.Order> due() {
        return board.due(Asked.oneOf(due, OrderBoard.Due.class));
    }

    private Part<OrderBoard.Order> part() {
        OrderBoard.Filter filter = new OrderBoard.Filter(Asked.oneOf(status, OrderStatus.class), Asked.text(supplier), null,
                Asked.text(sku), Asked.text(after), LIMIT + 1);
        return Part.of(board.list(filter), LIMIT, OrderBoard.Order::number);
    }

    public List<ItemBoard.Choice> getSuppliers() {
        return items.suppliers();
    }

    public List<OrderStatus> getStatuses() {
        return List.of(OrderStatus.values());
    }

    public String getQuery() {
        return Query.of("status", status).and("supplier", supplier).and("sku", sku).and("due", due).text();
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getDue() {
        return due;
    }

    public void setDue(String due) {
        this.due = due;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
