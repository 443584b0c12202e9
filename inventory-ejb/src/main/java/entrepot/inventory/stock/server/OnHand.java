package entrepot.inventory.stock.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;

/**
 * An item at a location.
 *
 * @param category code, or null
 * @param pieces   of catch-weight goods, else null
 * @param value    null where the company values all its locations as one, and for those who may not see costs
 */
public record OnHand(
        String sku, String name, String unit, String category, String location, String locationName,
        Quantity onHand, Money value, Long pieces) {

    /** Null where there is no value or nothing on hand. */
    @JsonProperty
    public BigDecimal unitCost() {
        return value == null || !onHand.isPositive() ? null : value.perUnit(onHand);
    }

    OnHand withoutValue() {
        return new OnHand(sku, name, unit, category, location, locationName, onHand, null, pieces);
    }

    /** What to give as the place to go on after. */
    public String key() {
        return sku + "~" + location;
    }
}
