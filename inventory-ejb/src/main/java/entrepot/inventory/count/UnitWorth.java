package entrepot.inventory.count;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a unit is worth on average.
 *
 * @param major of major units
 */
public record UnitWorth(BigDecimal major, Currency currency) {

    /** @param otherwise where nothing is on hand, or null: nothing */
    public static UnitWorth of(Quantity onHand, Money value, BigDecimal otherwise) {
        if (onHand.isPositive()) {
            return new UnitWorth(value.perUnit(onHand), value.currency());
        }
        return new UnitWorth(otherwise == null ? BigDecimal.ZERO : otherwise, value.currency());
    }

    public Money of(Quantity quantity) {
        return Money.worth(quantity, major, currency);
    }
}
