package entrepot.inventory.valuation;

import entrepot.inventory.valuation.CostLayer.Origin;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Stock that shares one cost flow: an item at a location, in the whole company, or one lot. It holds layers or, where more
 * left than came, shortages; never both. Mutable, for one thread: {@link #copy} it before trying something out.
 */
public final class CostPool {

    private final Currency currency;
    private final NavigableMap<Origin, CostLayer> layers = new TreeMap<>();
    private final Deque<Shortage> shortages = new ArrayDeque<>();
    private CostFlow flow;
    private Quantity onHand = Quantity.ZERO;
    private Money value;
    private UnitCost known;
    private BigDecimal standard;

    /**
     * What was taken.
     *
     * @param taken one entry a layer touched, in the order of relief, each with the quantity and value that left it
     * @param early what was taken and is not there yet, or zero
     */
    public record Relief(List<CostLayer> taken, Money early, Money cost) {}

    /** The last unit cost met, kept as a fraction: most are never asked for. */
    private record UnitCost(Money worth, Quantity of) {
        BigDecimal decimal() {
            return worth.perUnit(of);
        }
    }

    /** @param initialUnitCost what is known before anything came, in major units */
    public CostPool(CostFlow flow, Currency currency, BigDecimal initialUnitCost) {
        this.flow = flow;
        this.currency = currency;
        this.value = Money.zero(currency);
        this.standard = initialUnitCost;
    }

    public CostPool copy() {
        CostPool copy = new CostPool(flow, currency, standard);
        copy.layers.putAll(layers);
        copy.shortages.addAll(shortages);
        copy.onHand = onHand;
        copy.value = value;
        copy.known = known;
        return copy;
    }

    /** Puts back what was stored of a pool: layers or shortages, as they were. */
    public void restore(Collection<CostLayer> held, Collection<Shortage> missing, BigDecimal lastUnitCost) {
        held.forEach(this::put);
        missing.forEach(this::addShortage);
        if (lastUnitCost != null) {
            standard = lastUnitCost;
        }
    }

    // Coming

    /** Stock comes in; what is missing takes of it first. @return what that makes of the movements that took too early */
    public List<TrueUp> receive(CostLayer layer) {
        if (shortages.isEmpty()) {
            put(layer);
            return List.of();
        }
        Quantity healed = Quantity.smaller(missing(), layer.left());
        List<TrueUp> trueUps = heal(healed, layer.part(healed).value(), new UnitCost(layer.value(), layer.left()));
        if (healed.compareTo(layer.left()) < 0) {
            put(layer.without(layer.part(healed)));
        }
        return trueUps;
    }

    /** {@code healed} of what is missing turned out to cost {@code cost}; what stays missing is taken at {@code unit}. */
    private List<TrueUp> heal(Quantity healed, Money cost, UnitCost unit) {
        var trueUps = new ArrayList<TrueUp>();
        Quantity done = Quantity.ZERO;
        Money spent = Money.zero(currency);
        known = unit;
        for (Shortage shortage : List.copyOf(shortages)) {
            shortages.removeFirst();
            onHand = onHand.plus(shortage.missing());
            value = value.plus(shortage.provisional());
            Quantity part = Quantity.smaller(shortage.missing(), healed.minus(done));
            done = done.plus(part);
            Money now = healed.isPositive() ? cost.share(done.millionths(), healed.millionths()).minus(spent) : Money.zero(currency);
            spent = spent.plus(now);
            Quantity left = shortage.missing().minus(part);
            if (left.isPositive()) {
                Money repriced = Money.worth(left, unitCost(), currency);
                addShortage(new Shortage(shortage.origin(), left, repriced));
                now = now.plus(repriced);
            }
            trueUps.add(new TrueUp(shortage.origin().movement(), shortage.provisional().minus(now)));
        }
        trueUps.removeIf(trueUp -> trueUp.amount().isZero());
        return trueUps;
    }

    private void put(CostLayer layer) {
        CostLayer held = flow.tellsApart() ? layer : pooled(layer);
        layers.put(held.origin(), held);
        onHand = onHand.plus(layer.left());
        value = value.plus(layer.value());
    }

    private CostLayer pooled(CostLayer layer) {
        CostLayer held = layers.get(Origin.POOLED);
        return held == null
                ? new CostLayer(Origin.POOLED, layer.left(), layer.value())
                : new CostLayer(Origin.POOLED, held.left().plus(layer.left()), held.value().plus(layer.value()));
    }

    private void addShortage(Shortage shortage) {
        shortages.addLast(shortage);
        onHand = onHand.minus(shortage.missing());
        value = value.minus(shortage.provisional());
    }

    // Leaving

    /** Takes {@code wanted} in the order of the flow. @throws OutOfStock if fewer are on hand; nothing is taken then */
    public Relief relieve(Quantity wanted) {
        if (wanted.compareTo(onHand) > 0) {
            throw new OutOfStock(wanted, onHand);
        }
        return relief(flow == CostFlow.STANDARD ? atStandard(wanted) : take(wanted, layer -> true));
    }

    /** As {@link #relieve}; what is not there leaves at the last known unit cost, as a shortage of {@code by}. */
    public Relief issue(Quantity wanted, Origin by) {
        Quantity there = onHand.isPositive() ? Quantity.smaller(onHand, wanted) : Quantity.ZERO;
        Relief direct = there.isZero() ? relief(List.of()) : relieve(there);
        Quantity missing = wanted.minus(there);
        if (missing.isZero()) {
            return direct;
        }
        Money provisional = Money.worth(missing, unitCost(), currency);
        addShortage(new Shortage(by, missing, provisional));
        return new Relief(direct.taken(), provisional, direct.cost().plus(provisional));
    }

    /**
     * Takes {@code wanted} from what the movement {@code receipt} brought, where the flow still tells it apart, and the
     * rest in the order of the flow. @throws OutOfStock as {@link #relieve}
     */
    public Relief relieveFrom(long receipt, Quantity wanted) {
        if (wanted.compareTo(onHand) > 0) {
            throw new OutOfStock(wanted, onHand);
        }
        List<CostLayer> own = take(wanted, layer -> layer.origin().movement() == receipt);
        own.addAll(take(wanted.minus(quantity(own)), layer -> true));
        return relief(own);
    }

    /**
     * Takes {@code wanted} at a stated cost instead of the flow's, as a return to a supplier at its original cost.
     * What the stated cost and the stock disagree on stays in the relief's cost: never more than the pool is worth,
     * and all of it when the pool empties. The rest of the pool carries the difference, the layers that leave last first.
     */
    public Relief relieveAt(Quantity wanted, Money stated) {
        Money before = value;
        Origin first = layers.isEmpty() ? Origin.POOLED : head().origin();
        relieve(wanted);
        Money cost = onHand.isZero() || stated.minor() > before.minor() ? before : stated;
        spreadFromTheEnd(before.minus(cost).minus(value));
        List<CostLayer> taken = wanted.isZero() ? List.of() : List.of(new CostLayer(first, wanted, cost));
        return new Relief(taken, Money.zero(currency), cost);
    }

    private void spreadFromTheEnd(Money amount) {
        Money open = amount;
        for (Origin origin : List.copyOf(flow == CostFlow.LIFO ? layers.keySet() : layers.descendingKeySet())) {
            if (open.isZero()) {
                return;
            }
            CostLayer layer = layers.get(origin);
            Money now = layer.value().plus(open);
            Money kept = now.isNegative() ? Money.zero(currency) : now;
            layers.put(origin, new CostLayer(origin, layer.left(), kept));
            value = value.plus(kept.minus(layer.value()));
            open = now.minus(kept);
        }
    }

    /**
     * Takes out just what the movement {@code receipt} brought, at just what it was worth: from its own layers, and where
     * some of it was used and the use was undone, from what was put back.
     *
     * @return empty, and nothing is taken, where that is no longer whole: some of it is used, or another value lies on it
     */
    public Optional<Relief> takeOut(long receipt, Quantity brought, Money worth) {
        if (worth.isNegative() || brought.compareTo(onHand) > 0) {
            return Optional.empty();
        }
        CostPool tried = copy();
        return tried.takeWhole(receipt, brought, worth).map(relief -> {
            become(tried);
            return relief;
        });
    }

    private Optional<Relief> takeWhole(long receipt, Quantity brought, Money worth) {
        if (!flow.tellsApart()) {
            return Optional.of(flow == CostFlow.STANDARD ? relieve(brought) : relieveAt(brought, worth)).filter(relief -> relief.cost().equals(worth));
        }
        List<CostLayer> own = take(brought, layer -> layer.origin().movement() == receipt);
        own.addAll(take(brought.minus(quantity(own)), layer -> layer.origin().slice() == Origin.PUT_BACK));
        Money difference = worth.minus(worthOf(own));
        if (!quantity(own).equals(brought)) {
            return Optional.empty();
        }
        if (difference.isZero()) {
            return Optional.of(relief(own));
        }
        return ownCost(own, receipt).minor() <= worth.minor() && carry(difference)
                ? Optional.of(new Relief(List.of(new CostLayer(own.get(0).origin(), brought, worth)), Money.zero(currency), worth))
                : Optional.empty();
    }

    private Money ownCost(List<CostLayer> taken, long receipt) {
        return worthOf(taken.stream().filter(layer -> layer.origin().movement() == receipt).toList());
    }

    /** Layers that were put back give {@code difference} more, or keep so much less. @return whether they can */
    private boolean carry(Money difference) {
        Money open = difference;
        for (Origin origin : List.copyOf(layers.descendingKeySet())) {
            CostLayer layer = layers.get(origin);
            if (origin.slice() == Origin.PUT_BACK && !open.isZero()) {
                Money now = layer.value().minus(open);
                Money kept = now.isNegative() ? Money.zero(currency) : now;
                layers.put(origin, new CostLayer(origin, layer.left(), kept));
                value = value.plus(kept.minus(layer.value()));
                open = open.minus(layer.value().minus(kept));
            }
        }
        return open.isZero();
    }

    private List<CostLayer> take(Quantity wanted, Predicate<CostLayer> from) {
        Quantity open = wanted;
        var taken = new ArrayList<CostLayer>();
        Origin next = layers.isEmpty() ? null : head().origin();
        while (next != null && open.isPositive()) {
            CostLayer layer = layers.get(next);
            Origin after = flow == CostFlow.LIFO ? layers.lowerKey(next) : layers.higherKey(next);
            if (from.test(layer)) {
                CostLayer part = layer.part(Quantity.smaller(layer.left(), open));
                remove(layer, part);
                taken.add(part);
                open = open.minus(part.left());
            }
            next = after;
        }
        return taken;
    }

    private List<CostLayer> atStandard(Quantity wanted) {
        if (wanted.isZero()) {
            return List.of();
        }
        CostLayer held = layers.get(Origin.POOLED);
        Money worth = standardOf(wanted);
        boolean all = wanted.equals(held.left()) || worth.minor() > held.value().minor();
        CostLayer part = new CostLayer(Origin.POOLED, wanted, all ? held.value() : worth);
        remove(held, part);
        return List.of(part);
    }

    private void remove(CostLayer layer, CostLayer part) {
        if (part.left().equals(layer.left())) {
            layers.remove(layer.origin());
        } else {
            layers.put(layer.origin(), layer.without(part));
        }
        onHand = onHand.minus(part.left());
        value = value.minus(part.value());
        known = new UnitCost(layer.value(), layer.left());
    }

    private CostLayer head() {
        return (flow == CostFlow.LIFO ? layers.lastEntry() : layers.firstEntry()).getValue();
    }

    private Relief relief(List<CostLayer> taken) {
        return new Relief(taken, Money.zero(currency), worthOf(taken));
    }

    // Value without quantity

    /**
     * The stock on hand is worth {@code amount} more, or less; each unit bears the same.
     *
     * @throws ArithmeticException where nothing is on hand, or it would be worth less than nothing
     */
    public void revalue(Money amount) {
        spread(amount, layers());
    }

    /** As {@link #revalue}, on what is left of the movement {@code receipt} alone. */
    public void revalue(long receipt, Money amount) {
        spread(amount, layersOf(receipt));
    }

    /** As {@link #revalue}, on one layer, the oldest being 1; on all of them where the flow tells none apart any more. */
    public void revalueLayer(int number, Money amount) {
        spread(amount, flow.tellsApart() && number <= layers.size() ? List.of(layers().get(number - 1)) : layers());
    }

    /** Each unit bears the same; where a layer is not worth as much, each bears in proportion to what it is worth. */
    private void spread(Money amount, List<CostLayer> over) {
        Money worth = worthOf(over);
        if (quantity(over).isZero() || value.plus(amount).isNegative() || worth.plus(amount).isNegative()) {
            throw new ArithmeticException("cannot change the value of " + onHand + " units worth " + value + " by " + amount);
        }
        List<Money> shares = shares(amount, over, layer -> layer.left().millionths());
        for (int number = 0; number < over.size(); number++) {
            if (over.get(number).value().plus(shares.get(number)).isNegative()) {
                shares = shares(amount, over, layer -> layer.value().minor());
            }
        }
        for (int number = 0; number < over.size(); number++) {
            CostLayer layer = over.get(number);
            layers.put(layer.origin(), new CostLayer(layer.origin(), layer.left(), layer.value().plus(shares.get(number))));
        }
        value = value.plus(amount);
    }

    private static List<Money> shares(Money amount, List<CostLayer> over, ToLongFunction<CostLayer> weight) {
        long all = over.stream().mapToLong(weight).sum();
        long done = 0;
        Money spent = amount.minus(amount);
        List<Money> shares = new ArrayList<>();
        for (CostLayer layer : over) {
            done += weight.applyAsLong(layer);
            shares.add(amount.share(done, all).minus(spent));
            spent = amount.share(done, all);
        }
        return shares;
    }

    /** From here on a unit counts at {@code unitCost}. @return what that makes of the stock on hand, in its favour */
    public Money setStandard(BigDecimal unitCost) {
        standard = unitCost;
        known = null;
        Money before = value;
        for (Shortage shortage : List.copyOf(shortages)) {
            shortages.removeFirst();
            onHand = onHand.plus(shortage.missing());
            value = value.plus(shortage.provisional());
            addShortage(new Shortage(shortage.origin(), shortage.missing(), standardOf(shortage.missing())));
        }
        if (!layers.isEmpty()) {
            revalue(standardOf(onHand).minus(value));
        }
        return value.minus(before);
    }

    /** Another flow from here on: neither quantity nor value moves. @param at where a single layer is said to come from */
    public void setFlow(CostFlow next, Origin at) {
        if (next == CostFlow.STANDARD) {
            standard = unitCost();
        }
        if (flow.tellsApart() != next.tellsApart() && !layers.isEmpty()) {
            CostLayer one = new CostLayer(next.tellsApart() ? at : Origin.POOLED, onHand, value);
            layers.clear();
            layers.put(one.origin(), one);
        }
        flow = next;
    }

    // What it holds

    public CostFlow flow() {
        return flow;
    }

    public Quantity onHand() {
        return onHand;
    }

    public Money value() {
        return value;
    }

    /** In cost order, the oldest first. */
    public List<CostLayer> layers() {
        return List.copyOf(layers.values());
    }

    public List<Shortage> shortages() {
        return List.copyOf(shortages);
    }

    /** How many layers or shortages it holds. */
    public int parts() {
        return layers.size() + shortages.size();
    }

    /** How much of what the movement {@code receipt} brought the flow still tells apart. */
    public Quantity leftOf(long receipt) {
        return quantity(layersOf(receipt));
    }

    private List<CostLayer> layersOf(long receipt) {
        return layers.values().stream().filter(layer -> layer.origin().movement() == receipt).toList();
    }

    /** What a unit costs now, in major units, six decimals: of the stock on hand, else the last known. */
    public BigDecimal unitCost() {
        if (flow == CostFlow.STANDARD) {
            return standard;
        }
        return onHand.isPositive() ? value.perUnit(onHand) : lastUnitCost();
    }

    /** The last unit cost met, whatever is on hand. */
    public BigDecimal lastUnitCost() {
        return known == null || flow == CostFlow.STANDARD ? standard : known.decimal();
    }

    public Money standardOf(Quantity quantity) {
        return Money.worth(quantity, standard, currency);
    }

    private Quantity missing() {
        return shortages.stream().map(Shortage::missing).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** From here on the last unit cost met is that of so many. */
    void know(Money worth, Quantity of) {
        known = new UnitCost(worth, of);
    }

    /** What a period left: an average, or what is missing. */
    void become(Quantity left, Money worth, Collection<Shortage> missing) {
        layers.clear();
        shortages.clear();
        onHand = Quantity.ZERO;
        value = Money.zero(currency);
        if (left.isPositive()) {
            put(new CostLayer(Origin.POOLED, left, worth));
            known = new UnitCost(worth, left);
        }
        missing.forEach(this::addShortage);
    }

    private void become(CostPool other) {
        layers.clear();
        layers.putAll(other.layers);
        onHand = other.onHand;
        value = other.value;
        known = other.known;
    }

    private static Quantity quantity(List<CostLayer> some) {
        return some.stream().map(CostLayer::left).reduce(Quantity.ZERO, Quantity::plus);
    }

    private Money worthOf(List<CostLayer> some) {
        return some.stream().map(CostLayer::value).reduce(Money.zero(currency), Money::plus);
    }
}
