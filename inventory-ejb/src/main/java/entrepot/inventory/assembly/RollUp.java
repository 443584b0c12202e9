package entrepot.inventory.assembly;

import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What it would cost to make something today: what is on the shelf at what it would be taken for, what is not there made of
 * its own parts, and what can be neither at what its supplier asks. What one part takes is not there for the next.
 */
public final class RollUp {

    private static final int DEEPEST = 12;

    /** What is known of an item. @param asks what its supplier asks for a unit, or null */
    public record Known(String sku, CostPool shelf, Bill bill, BigDecimal asks) {}

    /** What came in together and would be taken. */
    public record Layer(CostLayer.Origin origin, Quantity quantity, Money value) {}

    /**
     * @param shelf  of the quantity what is on the shelf, worth {@code layers} in sum
     * @param made   of it what would be made of {@code parts} and {@code beside}
     * @param bought of it what is neither there nor made, at what its supplier asks: an estimate
     * @param cost   all of it
     */
    public record Node(
            String sku, Quantity quantity, Quantity shelf, List<Layer> layers, Quantity made, Money beside, List<Node> parts,
            Quantity bought, Money estimate, Money cost) {

        /** Whether all of it could be made today. */
        public boolean isThere() {
            return bought.isZero() && parts.stream().allMatch(Node::isThere);
        }
    }

    private final Currency currency;
    private final Function<ItemId, Known> source;
    private final Map<ItemId, Known> known = new HashMap<>();

    /** @param source the pools it gives are used up */
    public RollUp(Currency currency, Function<ItemId, Known> source) {
        this.currency = currency;
        this.source = source;
    }

    /** All of it made, whatever is on the shelf. */
    public Node make(ItemId item, Quantity quantity) {
        return node(item, quantity, Quantity.ZERO, 0);
    }

    private Node part(ItemId item, Quantity quantity, int depth) {
        CostPool shelf = known(item).shelf();
        Quantity there = shelf == null || !shelf.onHand().isPositive() ? Quantity.ZERO : Quantity.smaller(shelf.onHand(), quantity);
        return node(item, quantity, there, depth);
    }

    private Known known(ItemId item) {
        return known.computeIfAbsent(item, source);
    }

    private Node node(ItemId item, Quantity quantity, Quantity there, int depth) {
        Known one = known(item);
        Quantity open = quantity.minus(there);
        boolean makes = open.isPositive() && one.bill() != null && one.bill().kind() == BillKind.ASSEMBLY && depth < DEEPEST;
        List<Layer> layers = there.isZero() ? List.of() : take(one.shelf(), there);
        List<Node> parts = makes ? parts(one.bill(), open, depth) : List.of();
        Money beside = makes ? one.bill().beside(open, currency) : Money.zero(currency);
        Quantity bought = makes ? Quantity.ZERO : open;
        Money estimate = Money.worth(bought, Optional.ofNullable(one.asks()).orElse(BigDecimal.ZERO), currency);
        Money cost = sum(layers.stream().map(Layer::value).toList()).plus(sum(parts.stream().map(Node::cost).toList())).plus(beside).plus(estimate);
        return new Node(one.sku(), quantity, there, layers, makes ? open : Quantity.ZERO, beside, parts, bought, estimate, cost);
    }

    private List<Node> parts(Bill bill, Quantity made, int depth) {
        List<Node> nodes = new ArrayList<>();
        bill.parts().forEach(part -> nodes.add(part(part.item(), bill.need(part, made), depth + 1)));
        return nodes;
    }

    private static List<Layer> take(CostPool shelf, Quantity there) {
        CostPool.Relief relief = shelf.relieve(there);
        return relief.taken().isEmpty()
                ? List.of(new Layer(CostLayer.Origin.POOLED, there, relief.cost()))
                : relief.taken().stream().map(layer -> new Layer(layer.origin(), layer.left(), layer.value())).toList();
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(currency), Money::plus);
    }
}
