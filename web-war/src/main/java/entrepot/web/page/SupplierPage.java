package entrepot.web.page;

import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.Supplier;
import entrepot.inventory.catalogue.server.SupplierDesk;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.server.Deliveries;
import entrepot.inventory.purchasing.server.OrderBoard;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** How long does this supplier take, and what is on its way? */
@Named
@RequestScoped
public class SupplierPage extends RegisterForm<Supplier> {

    private static final int ORDERS = 50;

    @EJB
    private SupplierDesk desk;

    @EJB
    private Deliveries deliveries;

    @EJB
    private OrderBoard orders;

    private List<Deliveries.Took> took;

    @Override
    Register<Supplier> register() {
        return desk;
    }

    @Override
    Supplier entry(String itsCode) {
        return new Supplier(itsCode, sent.text("name"), sent.text("email"), form.whole("leadTimeDays"), sent.text("active") != null);
    }

    @Override
    String page() {
        return "supplier.xhtml";
    }

    public boolean isEditable() {
        return shell.may("buyer");
    }

    /** Costs are not for everybody. */
    public boolean isOrdersShown() {
        return !isFresh() && shell.isCosts();
    }

    public List<OrderBoard.Order> getOrders() {
        return isOrdersShown()
                ? Stream.of(OrderStatus.ORDERED, OrderStatus.PARTIAL, OrderStatus.DRAFT)
                        .flatMap(status -> orders.list(new OrderBoard.Filter(status, getCode(), null, null, null, ORDERS)).stream())
                        .toList()
                : List.of();
    }

    public List<Deliveries.Took> getTook() {
        if (took == null) {
            took = isOrdersShown() ? deliveries.of(getCode()) : List.of();
        }
        return took;
    }

    /** Of a hundred, how long the bar of a row is. */
    public long bar(Deliveries.Took row) {
        long most = getTook().stream().mapToLong(Deliveries.Took::deliveries).max().orElse(1);
        return 100 * row.deliveries() / most;
    }

    /** Days, one decimal. */
    public BigDecimal getMean() {
        long count = getTook().stream().mapToLong(Deliveries.Took::deliveries).sum();
        long days = getTook().stream().mapToLong(row -> row.days() * row.deliveries()).sum();
        return count == 0 ? null : BigDecimal.valueOf(days).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    }
}
