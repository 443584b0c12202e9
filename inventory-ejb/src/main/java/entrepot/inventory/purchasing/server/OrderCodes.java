package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.purchasing.OrderLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a written order means, or says all that is wrong with it. */
@ApplicationScoped
public class OrderCodes {

    @Inject
    private Database database;

    @Inject
    private DropShipPlace places;

    /** @param leadTimeDays as the supplier states it */
    record Found(long supplier, int leadTimeDays, LocationId location, Long customer, List<OrderLine> lines, List<Refusal> refusals) {}

    record Supplier(long id, int leadTimeDays) {}

    record Item(long id, String sku, BigDecimal purchaseCost) {}

    Found find(NewOrder order) {
        var refusals = new ArrayList<Refusal>();
        Optional<Supplier> supplier = supplier(order.supplier());
        if (supplier.isEmpty()) {
            refusals.add(Refusal.whole("unknown-supplier", "no active supplier '" + order.supplier() + "'"));
        }
        Optional<Long> customer = order.customer() == null ? Optional.empty() : customer(order.customer());
        if (order.customer() != null && customer.isEmpty()) {
            refusals.add(Refusal.whole("unknown-customer", "no active customer '" + order.customer() + "'"));
        }
        Optional<Long> location = order.customer() == null ? location(order.location()) : Optional.of(places.ofDropShipments());
        if (location.isEmpty()) {
            refusals.add(Refusal.whole("unknown-location", "no active location '" + order.location() + "'"));
        }
        List<OrderLine> lines = lines(order.lines(), order.currency() != null, order.customer() != null, refusals);
        return new Found(supplier.map(Supplier::id).orElse(0L), supplier.map(Supplier::leadTimeDays).orElse(0),
                new LocationId(location.orElse(0L)), customer.orElse(null), lines, refusals);
    }

    /** @param shipped to a customer, who pays a price for each; @param foreign the cost on the card is in another currency than the order: it does not stand in for one left out */
    List<OrderLine> lines(List<NewOrder.Line> asked, boolean foreign, boolean shipped, List<Refusal> refusals) {
        Map<String, Item> items = items(asked.stream().map(NewOrder.Line::sku).distinct().toList());
        var lines = new ArrayList<OrderLine>();
        for (int number = 0; number < asked.size(); number++) {
            NewOrder.Line line = asked.get(number);
            Item item = items.get(line.sku());
            if (shipped != (line.salePrice() != null)) {
                refusals.add(new Refusal(number, "sale-price", shipped ? "say what the customer pays for " + line.sku()
                        : "only what is shipped to a customer has a price for him"));
            }
            if (item == null) {
                refusals.add(new Refusal(number, "unknown-sku", "no active item '" + line.sku() + "'"));
            } else {
                BigDecimal cost = line.unitCost() == null && !foreign ? item.purchaseCost() : line.unitCost();
                lines.add(new OrderLine(number, new ItemId(item.id()), line.quantity(), Quantity.ZERO, cost, null, line.salePrice()));
            }
        }
        return lines;
    }

    Map<Long, String> skus(List<Long> items) {
        record Row(long id, String sku) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, sku FROM item WHERE id IN (<items>)")
                .bindList("items", items)
                .mapTo(Row.class)
                .stream()
                .collect(Collectors.toMap(Row::id, Row::sku)));
    }

    private Map<String, Item> items(List<String> skus) {
        return skus.isEmpty() ? Map.of() : database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, sku, purchase_cost FROM item WHERE active AND sku IN (<skus>)")
                .bindList("skus", skus)
                .mapTo(Item.class)
                .stream()
                .collect(Collectors.toMap(Item::sku, Function.identity())));
    }

    private Optional<Supplier> supplier(String code) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, lead_time_days FROM supplier WHERE active AND code = ?")
                .bind(0, code)
                .mapTo(Supplier.class)
                .findOne());
    }

    private Optional<Long> customer(String code) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id FROM customer WHERE active AND code = ?").bind(0, code).mapTo(Long.class).findOne());
    }

    private Optional<Long> location(String code) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id FROM location WHERE active AND code = ?").bind(0, code).mapTo(Long.class).findOne());
    }
}
