package entrepot.inventory.statement;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a periodic system would have said of an item: it knows what was bought or made, what was made of it, and what a count
 * finds at the end, takes all else for sold, and costs once a period. Beside it our figures, and what lies between.
 */
public final class Periodic {

    private static final Set<PostingKind> BOUGHT = EnumSet.of(
            PostingKind.OPENING, PostingKind.RECEIPT, PostingKind.SUPPLIER_RETURN, PostingKind.CHARGE, PostingKind.PRICE,
            PostingKind.INVOICE, PostingKind.CREDIT_NOTE, PostingKind.ASSEMBLY, PostingKind.DISASSEMBLY);
    private static final Set<PostingKind> SOLD = EnumSet.of(PostingKind.SALE, PostingKind.CUSTOMER_RETURN);

    private Periodic() {}

    /** What came to an item on a day, or went back, or became something else, with what was charged on it. */
    public record Purchase(LocalDate day, Quantity quantity, Money value) {
        public Purchase plus(Purchase other) {
            return new Purchase(day, quantity.plus(other.quantity), value.plus(other.value));
        }
    }

    public static boolean isPurchase(PostingKind kind) {
        return BOUGHT.contains(kind);
    }

    /** Of one kind of posting in the period; positive into stock. */
    public record Sum(PostingKind kind, Quantity quantity, Money value) {}

    /**
     * Cost of sales both ways: {@code periodic = perpetual + unsold + costing}.
     *
     * @param left      null where it adds up several items
     * @param closing   what the periodic system would show as stock
     * @param periodic  opening and purchases less that
     * @param perpetual what sales cost, by the book
     * @param unsold    what went otherwise and the periodic system takes for sold: lost, scrapped, used, counted, revalued
     * @param costing   what comes of costing once a period and not with each sale
     */
    public record Row(
            String code, String name, Money opening, Money purchases, Quantity left, Money closing, Money bookClosing, Money periodic,
            Money perpetual, Money unsold, Money costing) {

        public Row plus(Row other) {
            return new Row(code, name, opening.plus(other.opening), purchases.plus(other.purchases), null, closing.plus(other.closing),
                    bookClosing.plus(other.bookClosing), periodic.plus(other.periodic), perpetual.plus(other.perpetual),
                    unsold.plus(other.unsold), costing.plus(other.costing));
        }
    }

    public static Row nothing(Money nothing) {
        return new Row(null, null, nothing, nothing, null, nothing, nothing, nothing, nothing, nothing, nothing);
    }

    /** @param purchases by day */
    public static Row row(
            String code, String name, CostFlow flow, RollForward.Cell opening, List<Sum> sums, List<Purchase> purchases, Money nothing) {
        Money bought = sum(sums, BOUGHT, nothing);
        Money sold = sum(sums, SOLD, nothing).negated();
        Money unsold = sum(sums, EnumSet.complementOf(both()), nothing).negated();
        Quantity left = sums.stream().map(Sum::quantity).reduce(opening.quantity(), Quantity::plus);
        Money bookClosing = opening.value().plus(bought).minus(sold).minus(unsold);
        Money closing = closing(flow, opening, purchases, left, bought);
        return new Row(code, name, opening.value(), bought, left, closing, bookClosing, opening.value().plus(bought).minus(closing), sold, unsold,
                bookClosing.minus(closing));
    }

    private static EnumSet<PostingKind> both() {
        EnumSet<PostingKind> both = EnumSet.copyOf(BOUGHT);
        both.addAll(SOLD);
        return both;
    }

    private static Money sum(List<Sum> sums, Set<PostingKind> kinds, Money nothing) {
        return sums.stream().filter(sum -> kinds.contains(sum.kind())).map(Sum::value).reduce(nothing, Money::plus);
    }

    /** What is left, at the cost of a period: its average, or the last purchases, or the first. Nothing left is worth nothing. */
    static Money closing(CostFlow flow, RollForward.Cell opening, List<Purchase> purchases, Quantity left, Money bought) {
        Money nothing = Money.zero(bought.currency());
        if (!left.isPositive()) {
            return nothing;
        }
        List<Purchase> lots = new ArrayList<>(List.of(new Purchase(LocalDate.MIN, opening.quantity(), opening.value())));
        lots.addAll(purchases);
        lots.removeIf(lot -> !lot.quantity().isPositive());
        Quantity available = lots.stream().map(Purchase::quantity).reduce(Quantity.ZERO, Quantity::plus);
        Money worth = lots.stream().map(Purchase::value).reduce(nothing, Money::plus);
        if (available.compareTo(left) <= 0) {
            return worth;
        }
        if (flow == CostFlow.FIFO) {
            Collections.reverse(lots);
        }
        return flow == CostFlow.FIFO || flow == CostFlow.LIFO ? first(lots, left, nothing) : worth.share(left.millionths(), available.millionths());
    }

    private static Money first(List<Purchase> lots, Quantity wanted, Money nothing) {
        Money worth = nothing;
        Quantity open = wanted;
        for (Purchase lot : lots) {
            Quantity part = Quantity.smaller(open, lot.quantity());
            worth = worth.plus(lot.value().share(part.millionths(), lot.quantity().millionths()));
            open = open.minus(part);
        }
        return worth;
    }
}
