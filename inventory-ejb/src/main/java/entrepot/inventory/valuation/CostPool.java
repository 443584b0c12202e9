package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Stock that shares one cost flow: an item at a location, or in the whole company. Immutable. */
public record CostPool(CostFlow flow, Currency currency, List<CostLayer> layers) {

    /**
     * What was taken, in layers, and the pool that stays.
     *
     * @param taken one entry a layer touched, each with the quantity and value that left it
     */
    public record Relief(List<CostLayer> taken, CostPool rest) {

        public Quantity quantity() {
            return taken.stream().map(CostLayer::left).reduce(Quantity.ZERO, Quantity::plus);
        }

        public Money cost() {
            return taken.stream().map(CostLayer::value).reduce(Money.zero(rest.currency), Money::plus);
        }
    }

    public CostPool {
        layers = List.copyOf(layers);
    }

    public static CostPool empty(CostFlow flow, Currency currency) {
        return new CostPool(flow, currency, List.of());
    }

    public CostPool receive(CostLayer layer) {
        return new CostPool(flow, currency, flow.add(layers, layer));
    }

    /** Takes {@code wanted} in the order of the flow. @throws OutOfStock if fewer are on hand; nothing is taken then */
    public Relief relieve(Quantity wanted) {
        return relieve(wanted, layer -> true);
    }

    /**
     * Takes {@code wanted} from what the movement {@code receipt} brought, where the flow still tells it apart, and the
     * rest in the order of the flow.
     */
    public Relief relieveFrom(long receipt, Quantity wanted) {
        Predicate<CostLayer> own = layer -> layer.origin().movement() == receipt;
        Quantity there = layers.stream().filter(own).map(CostLayer::left).reduce(Quantity.ZERO, Quantity::plus);
        Quantity first = Quantity.smaller(there, wanted);
        Relief direct = relieve(first, own);
        Relief rest = direct.rest().relieve(wanted.minus(first));
        var taken = new ArrayList<>(direct.taken());
        taken.addAll(rest.taken());
        return new Relief(taken, rest.rest());
    }

    /**
     * Takes out just what the movement {@code receipt} brought, at just what it was worth then: from its own layers, and
     * where some of it was used and the use was undone, from what was put back.
     *
     * @return empty where that is no longer whole: some of it is used, or another value lies on it
     */
    public Optional<Relief> takeOut(long receipt, Quantity brought, Money worth) {
        if (!flow.tellsApart()) {
            return exactly(brought, worth);
        }
        Relief own = relieve(brought, layer -> layer.origin().movement() == receipt);
        Quantity missing = brought.minus(own.quantity());
        Money missingWorth = worth.minus(own.cost());
        if (!missing.isPositive()) {
            return missingWorth.isZero() ? Optional.of(own) : Optional.empty();
        }
        return own.rest().putBack().exactly(missing, missingWorth).map(back -> own.rest().without(own.taken(), back));
    }

    private Optional<Relief> exactly(Quantity wanted, Money worth) {
        if (worth.isNegative() || wanted.compareTo(onHand()) > 0) {
            return Optional.empty();
        }
        return Optional.of(relieveAt(wanted, worth)).filter(relief -> relief.cost().equals(worth));
    }

    private CostPool putBack() {
        return new CostPool(flow, currency,
                layers.stream().filter(layer -> layer.origin().slice() == CostLayer.Origin.PUT_BACK).toList());
    }

    /** This pool with {@code back} for its layers that were put back, and {@code taken} before. */
    private Relief without(List<CostLayer> taken, Relief back) {
        CostPool rest = new CostPool(flow, currency,
                layers.stream().filter(layer -> layer.origin().slice() != CostLayer.Origin.PUT_BACK).toList());
        for (CostLayer layer : back.rest().layers) {
            rest = rest.receive(layer);
        }
        var all = new ArrayList<>(taken);
        all.addAll(back.taken());
        return new Relief(all, rest);
    }

    private Relief relieve(Quantity wanted, Predicate<CostLayer> from) {
        if (wanted.compareTo(onHand()) > 0) {
            throw new OutOfStock(wanted, onHand());
        }
        Quantity open = wanted;
        var taken = new ArrayList<CostLayer>();
        var rest = new ArrayList<CostLayer>(layers.size());
        for (CostLayer layer : layers) {
            if (!open.isPositive() || !from.test(layer)) {
                rest.add(layer);
                continue;
            }
            CostLayer part = layer.part(Quantity.smaller(layer.left(), open));
            taken.add(part);
            open = open.minus(part.left());
            if (part.left().compareTo(layer.left()) < 0) {
                rest.add(layer.without(part));
            }
        }
        return new Relief(taken, new CostPool(flow, currency, rest));
    }

    /**
     * Takes {@code wanted} at a stated cost instead of the flow's, as a return to a supplier at its original cost.
     * What the stated cost and the stock disagree on stays in the relief's cost: never more than the pool is worth,
     * and all of it when the pool empties.
     */
    public Relief relieveAt(Quantity wanted, Money stated) {
        Relief byFlow = relieve(wanted);
        if (byFlow.taken().isEmpty()) {
            return byFlow;
        }
        Money value = value();
        Money cost = byFlow.rest().layers.isEmpty() || stated.minor() > value.minor() ? value : stated;
        CostLayer out = new CostLayer(layers.get(0).origin(), wanted, cost);
        return new Relief(List.of(out), byFlow.rest().worth(value.minus(cost)));
    }

    /** These quantities, worth {@code total}: the difference goes to the last layers, none below zero. */
    private CostPool worth(Money total) {
        Money difference = total.minus(value());
        var changed = new ArrayList<>(layers);
        for (int i = changed.size() - 1; i >= 0 && !difference.isZero(); i--) {
            CostLayer layer = changed.get(i);
            Money now = layer.value().plus(difference);
            Money kept = now.isNegative() ? Money.zero(currency) : now;
            changed.set(i, new CostLayer(layer.origin(), layer.left(), kept));
            difference = now.minus(kept);
        }
        return new CostPool(flow, currency, changed);
    }

    /** Whether something is left that the movement {@code receipt} brought and that the flow still tells apart. */
    public boolean tellsApart(long receipt) {
        return layers.stream().anyMatch(layer -> layer.origin().movement() == receipt);
    }

    public Quantity onHand() {
        return layers.stream().map(CostLayer::left).reduce(Quantity.ZERO, Quantity::plus);
    }

    public Money value() {
        return layers.stream().map(CostLayer::value).reduce(Money.zero(currency), Money::plus);
    }
}
