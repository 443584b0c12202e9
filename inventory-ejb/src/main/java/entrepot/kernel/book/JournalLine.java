package entrepot.kernel.book;

import entrepot.kernel.Money;
import java.util.Objects;

/**
 * One line of a journal entry.
 *
 * @param amount   positive for a debit, negative for a credit
 * @param movement the stock movement whose value it carries, or null
 */
public record JournalLine(Account account, Money amount, Long movement) {

    public JournalLine {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(amount, "amount");
    }

    public static JournalLine of(Account account, Money amount) {
        return new JournalLine(account, amount, null);
    }
}
