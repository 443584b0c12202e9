package entrepot.inventory.journal.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of the journal.
 *
 * @param amount   debit positive
 * @param sku      of the movement whose value it carries, or null
 */
public record JournalRow(
        UUID posting, long seq, int line, LocalDate businessDate, PostingKind kind, String reference,
        String account, String accountName, Money amount, String sku, String location) {

    /** Null on a credit. */
    @JsonProperty
    public Money debit() {
        return amount.isNegative() ? null : amount;
    }

    /** Null on a debit. */
    @JsonProperty
    public Money credit() {
        return amount.isNegative() ? amount.negated() : null;
    }

    /** What to give as the place to go on after. */
    public String key() {
        return businessDate + "~" + seq + "~" + line;
    }
}
