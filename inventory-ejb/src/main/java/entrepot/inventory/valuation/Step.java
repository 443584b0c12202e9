package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What happened to the stock of a pool, with all that was corrected of it since. Cost order is date, then ordinal.
 *
 * @param movement its number in the book
 * @param place    where the goods lie, inside the pool
 * @param ordinal  in the pool, in posting order
 * @param quantity signed; what the place holds for {@link Basis#COUNTED}; zero where value alone moves
 * @param stated   the amount of its document, or null where the basis needs none
 * @param unitCost of a count or a standard, in major units; of what is made its share of what its pair has left; of what is restated the
 *                 number of its layer, the oldest being 1, or null for all; else null
 * @param source   the movement it returns, undoes or charges, or null
 * @param pair     number shared by what leaves one pool and comes to others as one; 0 where nothing does
 * @param turn     of {@link Basis#SET_TERMS}, or null
 */
public record Step(
        long movement, long pool, long place, LocalDate date, long ordinal, Basis basis, Quantity quantity, Money stated,
        BigDecimal unitCost, Long source, long pair, Turn turn) {

    CostLayer.Origin origin(int slice) {
        return new CostLayer.Origin(date, ordinal, slice, movement);
    }

    /** Of a layer that comes from another pool as old as it is; {@code number} among those that come with it. */
    CostLayer.Origin origin(CostLayer.Origin older, int number) {
        return older.equals(CostLayer.Origin.POOLED) ? origin(number) : new CostLayer.Origin(older.date(), ordinal, number, older.movement());
    }

    /** Without its sign. */
    public Quantity size() {
        return quantity.isPositive() ? quantity : quantity.negated();
    }
}
