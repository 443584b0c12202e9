package entrepot.inventory.journal.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import entrepot.kernel.Money;

/** @param balance debit positive */
public record TrialBalanceRow(String account, String name, String kind, Money balance) {

    /** Null on a credit balance. */
    @JsonProperty
    public Money debit() {
        return balance.isNegative() ? null : balance;
    }

    /** Null on a debit balance. */
    @JsonProperty
    public Money credit() {
        return balance.isNegative() ? balance.negated() : null;
    }
}
