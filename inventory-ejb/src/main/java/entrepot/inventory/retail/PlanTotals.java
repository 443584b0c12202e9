package entrepot.inventory.retail;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.sale.Sale;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** What a plan comes to, by kind of posting: what the journal must show when all of it is posted. */
public final class PlanTotals {

    /** @param amount price times quantity of sales and returns, cost of what comes in, without sign; else zero */
    public record Sum(long documents, long lines, long units, Money amount) {

        static final Sum NONE = new Sum(0, 0, 0, Money.zero(RetailRow.CURRENCY));

        private Sum plus(Sum more) {
            return new Sum(documents + more.documents, lines + more.lines, units + more.units, amount.plus(more.amount));
        }

        private Sum line(Quantity quantity, BigDecimal price) {
            Money worth = price == null ? Money.zero(RetailRow.CURRENCY) : Money.worth(quantity, price, RetailRow.CURRENCY);
            return plus(new Sum(0, 1, quantity.millionths() / 1_000_000, worth));
        }
    }

    private final Map<PostingKind, Sum> sums = new EnumMap<>(PostingKind.class);

    public void add(DayPlan day) {
        day.in().forEach(this::add);
        day.sales().forEach(this::add);
        day.out().forEach(this::add);
    }

    private void add(GoodsNote note) {
        Sum sum = new Sum(1, 0, 0, Money.zero(RetailRow.CURRENCY));
        for (GoodsNote.Line line : note.lines()) {
            sum = sum.line(line.quantity(), line.unitCost());
        }
        sums.merge(note.kind(), sum, Sum::plus);
    }

    private void add(Sale sale) {
        Sum sum = new Sum(1, 0, 0, Money.zero(RetailRow.CURRENCY));
        for (Sale.Line line : sale.lines()) {
            sum = sum.line(line.quantity(), line.unitPrice());
        }
        sums.merge(sale.isReturn() ? PostingKind.CUSTOMER_RETURN : PostingKind.SALE, sum, Sum::plus);
    }

    public Sum of(PostingKind kind) {
        return sums.getOrDefault(kind, Sum.NONE);
    }

    /** Units on the shelves at the end. */
    public long unitsLeft() {
        return units(PostingKind.OPENING, PostingKind.RECEIPT, PostingKind.ADJUSTMENT, PostingKind.CUSTOMER_RETURN)
                - units(PostingKind.SALE, PostingKind.SCRAP);
    }

    private long units(PostingKind... kinds) {
        long units = 0;
        for (PostingKind kind : kinds) {
            units += of(kind).units();
        }
        return units;
    }

    /** Lines of all postings that stand for a row of the files. */
    public long linesOfRows() {
        return of(PostingKind.SALE).lines() + of(PostingKind.CUSTOMER_RETURN).lines()
                + of(PostingKind.SCRAP).lines() + of(PostingKind.ADJUSTMENT).lines();
    }
}
