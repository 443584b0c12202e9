package entrepot.inventory.purchasing;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.replenishment.Packing;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A proposal that a buyer confirms.
 *
 * @param supplier row number, or null where the item names none
 */
public record Confirmed(
        long proposal, ItemId item, String sku, Long supplier, LocationId location, Quantity quantity, Packing packing, BigDecimal unitCost) {

    /** One order goes to each supplier for each location. */
    public record Party(long supplier, LocationId location) {}

    /** What speaks against ordering it. */
    public Optional<Refusal> refusal(int place) {
        if (supplier == null) {
            return Optional.of(new Refusal(place, "no-supplier", sku + " names no supplier to order from"));
        }
        return packing.refusal(quantity).map(detail -> new Refusal(place, "packing", sku + ": " + detail));
    }

    /** The lines of each order, numbered by item. */
    public static Map<Party, List<OrderLine>> orders(List<Confirmed> all) {
        Map<Party, List<OrderLine>> orders = new LinkedHashMap<>();
        all.stream().sorted(Comparator.comparing(Confirmed::item)).forEach(one -> {
            var lines = orders.computeIfAbsent(new Party(one.supplier(), one.location()), party -> new ArrayList<>());
            lines.add(new OrderLine(lines.size(), one.item(), one.quantity(), Quantity.ZERO, one.unitCost(), one.proposal()));
        });
        return orders;
    }
}
