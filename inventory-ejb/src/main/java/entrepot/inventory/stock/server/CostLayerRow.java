package entrepot.inventory.stock.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Stock that came in together and is not yet out; under an average one row for all of a pool, without an origin.
 *
 * @param location null where the company values all its locations as one
 * @param posting  that brought it, or null
 * @param lot      where each lot is valued by itself, else null
 */
public record CostLayerRow(
        String location, LocalDate businessDate, UUID posting, PostingKind kind, String reference,
        Quantity quantity, Money value, String lot) {

    @JsonProperty
    public BigDecimal unitCost() {
        return value.perUnit(quantity);
    }
}
