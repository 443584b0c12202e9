package entrepot.inventory.stock.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A movement, and what was on hand after it.
 *
 * @param recordedAt UTC
 * @param quantity   negative when stock leaves
 * @param value      negative when stock leaves
 * @param pieces     of catch-weight goods, with their sign; else null
 * @param reverses   the posting it undoes, or null
 * @param reversedBy the posting that undid it, or null
 */
public record StockLedgerRow(
        UUID posting, long movement, PostingKind kind, LocalDate businessDate, LocalDateTime recordedAt,
        String reference, String reason, String source, String actor, String location,
        Quantity quantity, Quantity balance, Money value, UUID reverses, UUID reversedBy, Long pieces) {

    @JsonProperty
    public Quantity in() {
        return quantity.isPositive() ? quantity : null;
    }

    @JsonProperty
    public Quantity out() {
        return quantity.isPositive() ? null : quantity.negated();
    }

    @JsonProperty
    public BigDecimal unitCost() {
        return value.perUnit(quantity);
    }

    StockLedgerRow after(Quantity balance) {
        return new StockLedgerRow(posting, movement, kind, businessDate, recordedAt, reference, reason, source, actor,
                location, quantity, balance, value, reverses, reversedBy, pieces);
    }

    /** What to give as the place to go on after. */
    public String key() {
        return businessDate + "~" + movement;
    }
}
