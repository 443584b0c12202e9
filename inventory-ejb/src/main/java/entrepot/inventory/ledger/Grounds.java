package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.Step;
import entrepot.inventory.valuation.Turn;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a movement's row says of the ground on which it is worth what it is. Most say nothing, because kind, quantity and
 * source say it.
 *
 * @param basis    null where {@link #usual} is right
 * @param stated   minor units, or null
 * @param counted  millionths, or null
 * @param unitCost major units, or null
 */
public record Grounds(Basis basis, Long stated, Long counted, BigDecimal unitCost) {

    private static final Grounds USUAL = new Grounds(null, null, null, null);

    /** Of what the movement must say beyond its kind. A receipt that a standard values says what it really cost. */
    public static Grounds of(Movement movement, PostingKind kind) {
        Step step = movement.step();
        boolean valued = step.basis() != Basis.SHIFT;
        if (step.basis() == usual(kind, movement.quantity(), movement.source(), valued) && !isAtStandard(step)) {
            return USUAL;
        }
        boolean count = step.basis() == Basis.COUNTED;
        return new Grounds(
                step.basis(),
                step.stated() == null ? null : step.stated().minor(),
                count ? step.quantity().millionths() : null,
                step.unitCost());
    }

    private static boolean isAtStandard(Step step) {
        return step.basis() == Basis.STATED && step.unitCost() != null;
    }

    /** @param valued whether it has value entries */
    public static Basis usual(PostingKind kind, Quantity quantity, Long source, boolean valued) {
        boolean comes = quantity.isPositive();
        return switch (kind) {
            case TRANSFER -> !valued ? Basis.SHIFT : comes ? Basis.ARRIVES : Basis.LEAVES_FOR;
            case SCOPE_CHANGE -> comes ? Basis.COMES_OVER : Basis.GOES_OVER;
            case REVERSAL -> !valued ? Basis.SHIFT : comes ? Basis.PUT_BACK : Basis.TAKEN_OUT;
            case CUSTOMER_RETURN -> source != null ? Basis.COMES_BACK : comes ? Basis.STATED : Basis.FLOW;
            case SUPPLIER_RETURN -> source != null ? Basis.GOES_BACK : Basis.FLOW;
            default -> comes ? Basis.STATED : Basis.FLOW;
        };
    }

    /** The step of a stored movement. @param direct what it said it was worth when it was posted, or null */
    public Step step(Stored row, PostingKind kind, Money direct) {
        return step(row, kind, direct, null);
    }

    /** @param turn of a change of terms, or null */
    public Step step(Stored row, PostingKind kind, Money direct, Turn turn) {
        Basis known = basis != null ? basis : usual(kind, row.quantity(), row.source(), direct != null);
        Money amount = stated != null ? new Money(stated, row.currency()) : known == Basis.STATED ? direct : null;
        Quantity quantity = counted != null ? new Quantity(counted) : row.quantity();
        return new Step(row.id(), row.pool(), row.place(), row.date(), row.ordinal(), known, quantity, amount, unitCost, row.source(),
                row.pair(), turn);
    }

    /** The columns of a movement that have nothing to do with its grounds. */
    public record Stored(
            long id, long pool, long place, LocalDate date, long ordinal, Quantity quantity, Long source, long pair,
            Currency currency) {}
}
