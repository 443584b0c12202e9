package entrepot.inventory.purchasing;

import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;

/**
 * One item of an order.
 *
 * @param number   place in the order, from 0
 * @param unitCost agreed, major units, or null where the receipt will say
 * @param proposal  it came from, or null
 * @param salePrice what the customer pays where the supplier ships it to him, or null
 */
public record OrderLine(int number, ItemId item, Quantity ordered, Quantity received, BigDecimal unitCost, Long proposal, BigDecimal salePrice) {

    public OrderLine {
        if (!ordered.isPositive()) {
            throw new IllegalArgumentException("line " + number + " orders " + ordered + ", must be more than 0");
        }
    }

    /** Of an order that comes to us. */
    public OrderLine(int number, ItemId item, Quantity ordered, Quantity received, BigDecimal unitCost, Long proposal) {
        this(number, item, ordered, received, unitCost, proposal, null);
    }

    /** What still comes; nothing where too much came. */
    public Quantity outstanding() {
        return isComplete() ? Quantity.ZERO : ordered.minus(received);
    }

    public boolean isComplete() {
        return received.compareTo(ordered) >= 0;
    }

    OrderLine receive(Quantity arrived) {
        return new OrderLine(number, item, ordered, received.plus(arrived), unitCost, proposal, salePrice);
    }
}
