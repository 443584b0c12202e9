package entrepot.inventory.export;

import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goods of one pool as Beancount holds them: lots with an exact cost of a unit, where our layers hold the value left. What
 * Beancount will book can so be foretold, and where it is not what the book says, it can be told so.
 */
final class LotShelf {

    /** As Beancount calculates. */
    static final MathContext DIGITS = new MathContext(28, RoundingMode.HALF_EVEN);

    /** @param unit what one costs, in major units; @param label names it among lots of the same day */
    record Lot(LocalDate day, String label, BigDecimal unit, Quantity left) {
        private Lot with(Quantity quantity) {
            return new Lot(day, label, unit, quantity);
        }

        BigDecimal cost() {
            return unit.multiply(left.decimal(), DIGITS);
        }

        /** Whether the movement brought it. */
        private boolean isOf(long movement) {
            return label.equals("m" + movement) || label.startsWith("m" + movement + ".");
        }
    }

    private final CostFlow flow;
    private final List<Lot> lots = new ArrayList<>();
    private Quantity missing = Quantity.ZERO;
    private BigDecimal loose = BigDecimal.ZERO;
    private Quantity looseQuantity = Quantity.ZERO;
    private BigDecimal lotsWorth = BigDecimal.ZERO;
    private Money value;
    private Money adjusted;

    LotShelf(CostFlow flow, Money nothing) {
        this.flow = flow;
        this.value = nothing;
        this.adjusted = nothing;
    }

    boolean hasLots() {
        return flow == CostFlow.FIFO || flow == CostFlow.LIFO;
    }

    void come(Lot lot) {
        lots.add(lot);
        lotsWorth = lotsWorth.add(lot.cost());
    }

    /** Goods that are in no lot: of an average, or gone before they came. @param cost of all of them, positive */
    void loose(Quantity quantity, Money cost) {
        looseQuantity = looseQuantity.plus(quantity);
        loose = quantity.isPositive() ? loose.add(cost.decimal()) : loose.subtract(cost.decimal());
        if (hasLots()) {
            missing = missing.minus(quantity);
        }
    }

    /** How many left before they came. */
    Quantity missing() {
        return missing;
    }

    Quantity inLots() {
        return lots.stream().map(Lot::left).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** What {@link #take} would take. @param from the movement whose own lots come first, or null; @return a part of each lot */
    List<Lot> next(Quantity wanted, Long from) {
        List<Lot> order = ordered();
        if (from != null) {
            List<Lot> own = new ArrayList<>(order.stream().filter(lot -> lot.isOf(from)).toList());
            order.removeAll(own);
            own.addAll(order);
            order = own;
        }
        return parts(order, wanted);
    }

    /** What Beancount takes if it is told nothing: of lots of the same day always the first, also under LIFO. */
    List<Lot> byItsOwnBooking(Quantity wanted) {
        if (flow == CostFlow.FIFO) {
            return parts(lots, wanted);
        }
        Map<LocalDate, List<Lot>> days = new TreeMap<>(Comparator.reverseOrder());
        lots.forEach(lot -> days.computeIfAbsent(lot.day(), fresh -> new ArrayList<>()).add(lot));
        return parts(days.values().stream().flatMap(List::stream).toList(), wanted);
    }

    private List<Lot> ordered() {
        List<Lot> order = new ArrayList<>(lots);
        if (flow == CostFlow.LIFO) {
            Collections.reverse(order);
        }
        return order;
    }

    private static List<Lot> parts(List<Lot> order, Quantity wanted) {
        List<Lot> parts = new ArrayList<>();
        Quantity open = wanted;
        for (Lot lot : order) {
            if (open.isPositive()) {
                Quantity part = Quantity.smaller(lot.left(), open);
                parts.add(lot.with(part));
                open = open.minus(part);
            }
        }
        return parts;
    }

    void take(List<Lot> parts) {
        for (Lot part : parts) {
            for (int at = 0; at < lots.size(); at++) {
                Lot lot = lots.get(at);
                if (lot.label().equals(part.label())) {
                    Quantity left = lot.left().minus(part.left());
                    if (left.isZero()) {
                        lots.remove(at);
                    } else {
                        lots.set(at, lot.with(left));
                    }
                    break;
                }
            }
            lotsWorth = lotsWorth.subtract(part.cost());
        }
    }

    /**
     * The book says that the goods are worth {@code change} more.
     *
     * @return what the lots do not say: roundings that have come to a whole unit, and value that moved without goods
     */
    Money settle(Money change) {
        value = value.plus(change);
        Money lacking = Money.rounded(value.decimal().subtract(lotsWorth).subtract(loose), value.currency()).minus(adjusted);
        adjusted = adjusted.plus(lacking);
        return lacking;
    }

    /** Begins anew with what is there: a cost of loose goods that they cannot carry becomes value beside them. */
    void reopen() {
        boolean fits = loose.signum() == Long.signum(looseQuantity.millionths());
        loose = fits ? looseCost().decimal() : BigDecimal.ZERO;
        adjusted = Money.zero(value.currency());
        settle(adjusted);
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }

    Quantity looseQuantity() {
        return looseQuantity;
    }

    Money looseCost() {
        return Money.rounded(loose, value.currency());
    }

    Money value() {
        return value;
    }

    Money adjusted() {
        return adjusted;
    }
}
