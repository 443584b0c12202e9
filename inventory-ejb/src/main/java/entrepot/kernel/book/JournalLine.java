package entrepot.kernel.book;

import entrepot.kernel.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One line of a journal entry.
 *
 * @param amount   positive for a debit, negative for a credit
 * @param movement the stock movement whose value it carries, or null
 * @param date     the earlier day that it changes, or null where it is the day of its entry
 * @param settles  the receipt of goods whose invoice it is part of, or null
 */
public record JournalLine(Account account, Money amount, Long movement, LocalDate date, Long settles) {

    public JournalLine {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(amount, "amount");
    }

    public JournalLine(Account account, Money amount, Long movement) {
        this(account, amount, movement, null);
    }

    public JournalLine(Account account, Money amount, Long movement, LocalDate date) {
        this(account, amount, movement, date, null);
    }

    public static JournalLine of(Account account, Money amount) {
        return new JournalLine(account, amount, null);
    }
}
